package dev.attune.search.evaluation;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchRequest;
import dev.attune.search.SearchResult;
import dev.attune.search.listing.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores of judged queries, each over the whole catalog. Products that nobody rated count as
 * irrelevant.
 */
public final class SearchEvaluation {
  /** How many hits NDCG looks at. */
  public static final int NDCG_DEPTH = 10;

  /** How many hits recall looks at. */
  public static final int RECALL_DEPTH = 50;

  private final List<QueryScore> scores;

  private SearchEvaluation(List<QueryScore> scores) {
    this.scores = List.copyOf(scores);
  }

  public static SearchEvaluation of(
      CatalogSnapshot catalog, SearchIndex index, Judgments judgments) {
    List<QueryScore> scores = new ArrayList<>();
    judgments
        .ratings()
        .forEach((query, rated) -> scores.add(score(index, query, byProduct(catalog, rated))));
    return new SearchEvaluation(scores);
  }

  /** Variants that were rated speak for their product. */
  private static Map<String, Double> byProduct(CatalogSnapshot catalog, Map<String, Double> rated) {
    Map<String, Double> ratings = new HashMap<>();
    rated.forEach(
        (id, rating) ->
            ratings.merge(
                catalog.find(id).map(Product::id).map(Objects::toString).orElse(id),
                rating,
                Math::max));
    return ratings;
  }

  private static QueryScore score(SearchIndex index, String query, Map<String, Double> ratings) {
    long started = System.nanoTime();
    SearchResult result = index.search(SearchRequest.of(query, RECALL_DEPTH), product -> 0);
    double millis = (System.nanoTime() - started) / 1e6;
    long relevant = ratings.values().stream().filter(rating -> rating > 0).count();
    if (relevant == 0) {
      return new QueryScore(query, null, null, result.totalCount(), millis);
    }
    List<Double> gains =
        result.hits().stream()
            .map(Hit::product)
            .map(product -> ratings.getOrDefault(product.value(), 0.0))
            .toList();
    List<Double> ideal = ratings.values().stream().sorted(Comparator.reverseOrder()).toList();
    double ndcg = Gain.of(gains, NDCG_DEPTH) / Gain.of(ideal, NDCG_DEPTH);
    long found = gains.stream().filter(rating -> rating > 0).count();
    return new QueryScore(query, ndcg, (double) found / relevant, result.totalCount(), millis);
  }

  /** All queries, in the judgments' order. */
  public List<QueryScore> scores() {
    return scores;
  }

  /** Queries for which somebody rated something relevant: others have no ideal ranking. */
  public List<QueryScore> judged() {
    return scores.stream().filter(score -> score.ndcg() != null).toList();
  }

  /** Mean over the judged queries. */
  public double ndcg() {
    return judged().stream().mapToDouble(score -> number(score.ndcg())).average().orElse(0);
  }

  /** Mean over the judged queries. */
  public double recall() {
    return judged().stream().mapToDouble(score -> number(score.recall())).average().orElse(0);
  }

  /** The judged queries that were answered worst, the worst first. */
  public List<QueryScore> worst(int n) {
    return judged().stream()
        .sorted(Comparator.comparingDouble(score -> number(score.ndcg())))
        .limit(n)
        .toList();
  }

  /**
   * The time within which this share of the queries was answered, in milliseconds.
   *
   * @param share 0 to 1
   */
  public double millis(double share) {
    List<Double> sorted = scores.stream().map(QueryScore::millis).sorted().toList();
    int last = sorted.size() - 1;
    return last < 0 ? 0 : sorted.get(Math.min(last, (int) Math.ceil(share * sorted.size()) - 1));
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
