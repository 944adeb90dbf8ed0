package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedCatalog;
import dev.attune.SharedData;
import dev.attune.search.listing.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Search on 19,406 real products, against what people said of its results. Queries for which nobody
 * found anything relevant have no ideal ranking and are left out.
 */
class JudgedSearchTest {
  private static final int DEPTH = 10;

  @Test
  void ranksWhatPeopleFoundRelevantFirst() {
    Map<String, Map<String, Integer>> judgments = new TreeMap<>();
    SharedCatalog.lines(SharedData.file("icecat/judgments.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            row ->
                judgments
                    .computeIfAbsent(row[0], any -> new TreeMap<>())
                    .put(row[1], Integer.parseInt(row[2])));
    judgments.values().removeIf(rated -> rated.values().stream().allMatch(rating -> rating == 0));
    SearchIndex index = SearchIndex.of(SharedCatalog.of("icecat"));
    double sum = 0;
    for (Map.Entry<String, Map<String, Integer>> judged : judgments.entrySet()) {
      List<Hit> hits = index.search(SearchRequest.of(judged.getKey(), DEPTH), id -> 0).hits();
      List<Integer> gains =
          hits.stream()
              .map(hit -> judged.getValue().getOrDefault(hit.product().value(), 0))
              .toList();
      List<Integer> ideal =
          judged.getValue().values().stream().sorted(Comparator.reverseOrder()).toList();
      double best = discounted(ideal);
      sum += discounted(gains) / best;
    }
    double mean = sum / judgments.size();
    System.out.printf("mean NDCG@10 over %d queries: %.4f%n", judgments.size(), mean);
    assertThat(mean).isGreaterThan(.70);
  }

  private static double discounted(List<Integer> gains) {
    double sum = 0;
    for (int i = 0; i < Math.min(DEPTH, gains.size()); i++) {
      sum += (Math.pow(2, gains.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
    }
    return sum;
  }
}
