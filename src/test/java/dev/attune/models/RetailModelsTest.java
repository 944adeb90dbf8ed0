package dev.attune.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedCatalog;
import dev.attune.SharedData;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The models on ten months of a shop with 3,000 simulated shoppers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetailModelsTest {
  private static final Instant HOLDOUT = Instant.parse("2026-09-15T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-05T00:00:00Z");

  private CatalogSnapshot catalog;
  private List<TrainingEvent> events;

  @BeforeAll
  void read() {
    catalog = SharedCatalog.of("retail-demo-store");
    events = RetailLog.events();
  }

  @Test
  void findsTheCompanionThatShoppersAddToACart() {
    Models models = Models.train(catalog, events, NOW);
    Map<String, String> companions = new HashMap<>();
    SharedCatalog.lines(SharedData.file("retail-demo-store/pairs.csv")).stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(pair -> companions.put(pair[0], pair[1]));
    Additions additions = Additions.of(events, companions);
    double own = found(models, companions, additions.own());
    double all = found(models, companions, additions.all());
    double learnable = share(additions.all(), product -> additions.followed().contains(product));
    System.out.printf(
        "companions found: %.4f of products added 10 times for themselves, %.4f of those added 10"
            + " times for any reason, of which %.4f were ever followed by it; %s%n",
        own, all, learnable, models.report());
    assertThat(own).isGreaterThanOrEqualTo(.9);
    assertThat(all).isGreaterThanOrEqualTo(.88);
  }

  private static double found(
      Models models, Map<String, String> companions, Map<String, Integer> additions) {
    return share(
        additions,
        product ->
            models.boughtTogether().with(new ProductId(product), 3).stream()
                .anyMatch(scored -> scored.product().value().equals(companions.get(product))));
  }

  /** Of the products with 10 additions or more. */
  private static double share(Map<String, Integer> additions, Predicate<String> which) {
    List<String> often =
        additions.keySet().stream().filter(product -> additions.get(product) >= 10).toList();
    return (double) often.stream().filter(which).count() / often.size();
  }

  /**
   * How often products were put into carts.
   *
   * @param own for themselves: what follows only as a companion brings no companion along, so there
   *     is nothing to learn from it
   * @param all for themselves or as a companion
   * @param followed products that were followed by their companion at least once
   */
  private record Additions(
      Map<String, Integer> own, Map<String, Integer> all, Set<String> followed) {
    static Additions of(List<TrainingEvent> events, Map<String, String> companions) {
      Additions additions = new Additions(new HashMap<>(), new HashMap<>(), new HashSet<>());
      String last = "";
      for (TrainingEvent event : events) {
        for (Signal signal : event.signals()) {
          if (signal.kind() == Signal.Kind.CART_ADD) {
            String product = signal.subject();
            boolean follows = product.equals(companions.get(last));
            if (companions.containsKey(product)) {
              additions.own.merge(product, follows ? 0 : 1, Integer::sum);
              additions.all.merge(product, 1, Integer::sum);
            }
            if (follows) {
              additions.followed.add(last);
            }
            last = product;
          }
        }
      }
      return additions;
    }
  }

  @Test
  void predictsTheNextProductSeveralTimesBetterThanPopularity() {
    Models models =
        Models.train(
            catalog, events.stream().filter(e -> e.at().isBefore(HOLDOUT)).toList(), HOLDOUT);
    Map<String, Function<List<ProductId>, List<Scored>>> answers = new LinkedHashMap<>();
    answers.put("popularity", history -> models.popularity().top(20));
    answers.put("session", history -> models.sessionNeighbours().next(history, 20));
    answers.put("items", history -> models.itemNeighbours().forHistory(weighted(history), 20));
    Map<String, Integer> hits = new LinkedHashMap<>();
    int asked = 0;
    for (List<ProductId> visit : heldOut()) {
      for (int next = 1; next < visit.size(); next++) {
        ProductId truth = visit.get(next);
        List<ProductId> newestFirst = new ArrayList<>(visit.subList(0, next));
        Collections.reverse(newestFirst);
        asked++;
        answers.forEach(
            (name, answer) -> {
              boolean hit =
                  answer.apply(newestFirst).stream().anyMatch(s -> s.product().equals(truth));
              hits.merge(name, hit ? 1 : 0, Integer::sum);
            });
      }
    }
    System.out.printf("hits@20 of %d: %s%n", asked, hits);
    assertThat(hits.get("session")).isGreaterThan(3 * hits.getOrDefault("popularity", 0));
    assertThat(hits.get("items")).isGreaterThan(3 * hits.getOrDefault("popularity", 0));
  }

  private static List<Scored> weighted(List<ProductId> newestFirst) {
    List<Scored> weighted = new ArrayList<>();
    for (ProductId product : newestFirst) {
      weighted.add(new Scored(product, Math.pow(.8, weighted.size())));
    }
    return weighted;
  }

  /** Different products of visits after the holdout, in the order of time. */
  private List<List<ProductId>> heldOut() {
    List<List<ProductId>> visits = new ArrayList<>();
    TrainingEvent last = null;
    for (TrainingEvent event : events) {
      if (event.at().isBefore(HOLDOUT)) {
        continue;
      }
      if (last == null
          || !last.owner().equals(event.owner())
          || event.at().isAfter(last.at().plusSeconds(1800))) {
        visits.add(new ArrayList<>());
      }
      List<ProductId> visit = visits.get(visits.size() - 1);
      for (Signal signal : event.signals()) {
        ProductId product = new ProductId(signal.subject());
        if (!visit.contains(product)) {
          visit.add(product);
        }
      }
      last = event;
    }
    return visits;
  }
}
