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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    Map<String, Integer> additions = ownAdditions(companions);
    int asked = 0;
    int found = 0;
    for (Map.Entry<String, String> pair : companions.entrySet()) {
      if (additions.getOrDefault(pair.getKey(), 0) >= 10) {
        asked++;
        ProductId companion = new ProductId(pair.getValue());
        boolean first =
            models.boughtTogether().with(new ProductId(pair.getKey()), 3).stream()
                .anyMatch(scored -> scored.product().equals(companion));
        found += first ? 1 : 0;
      }
    }
    System.out.printf("companions found %d of %d, %s%n", found, asked, models.report());
    assertThat((double) found / asked).isGreaterThanOrEqualTo(.9);
  }

  /**
   * How often each product was put into a cart for itself. What follows only as a companion brings
   * no companion along, so there is nothing to learn from it.
   */
  private Map<String, Integer> ownAdditions(Map<String, String> companions) {
    Map<String, Integer> additions = new HashMap<>();
    String last = "";
    for (TrainingEvent event : events) {
      for (Signal signal : event.signals()) {
        if (signal.kind() == Signal.Kind.CART_ADD) {
          boolean own = !signal.subject().equals(companions.get(last));
          additions.merge(signal.subject(), own ? 1 : 0, Integer::sum);
          last = signal.subject();
        }
      }
    }
    return additions;
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
