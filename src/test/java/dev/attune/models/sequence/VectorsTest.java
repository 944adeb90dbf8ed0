package dev.attune.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.Training;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Learned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VectorsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final int PRODUCTS = 300;
  private static final int VISITS = 400;

  private final CatalogSnapshot shop = shop(Set.of(), 0, "");
  private final ProductOrdinals products = new ProductOrdinals(shop);
  private final Vectors vectors =
      Vectors.learn(learned(shop, VISITS, NOW), products, FactorSettings.DEFAULT);

  /** The usual assortment without some products, with new ones before all, one in other words. */
  private static CatalogSnapshot shop(Set<Integer> gone, int more, String reworded) {
    SampleCatalog catalog = new SampleCatalog();
    for (int i = 0; i < more; i++) {
      catalog.product("a-new-" + i, "New").in("Toys > Kind 1").add();
    }
    for (int i = 0; i < PRODUCTS; i++) {
      if (!gone.contains(i)) {
        String colour = reworded.equals("p" + i) ? "other" : "colour " + i % 3;
        catalog.product("p" + i, "Toy").in("Toys > Kind " + i % 7).with("colour", colour).add();
      }
    }
    return catalog.snapshot("1");
  }

  private static Learned learned(CatalogSnapshot catalog, int visits, Instant now) {
    Training training = new Training(catalog);
    for (int visit = 0; visit < visits; visit++) {
      Instant at = NOW.minusSeconds(86_400L * (visit % 90) + 1_000);
      for (int step = 0; step < 4; step++) {
        String product = "p" + (visit * 7 + step * 13) % PRODUCTS;
        Signal viewed = new Signal(Signal.Kind.VIEW, product, 1);
        training.add("v" + visit, at.plusSeconds(60 * step), List.of(viewed));
      }
    }
    return training.learn(now);
  }

  private Optional<Vectors> in(CatalogSnapshot catalog) {
    Learned learning = learned(catalog, VISITS, NOW.plusSeconds(60));
    return vectors.in(products, new ProductOrdinals(catalog), learning);
  }

  @Test
  void sayTheSameOfWhatStayedWhateverNumberItHasNow() {
    CatalogSnapshot other = shop(Set.of(5), 2, "");
    ProductOrdinals now = new ProductOrdinals(other);
    Factors moved = in(other).orElseThrow().factors();
    Factors.Chances before = vectors.factors().after(numbers(products, "p20", "p33"));
    Factors.Chances after = moved.after(numbers(now, "p20", "p33"));
    for (String id : List.of("p7", "p46", "p299")) {
      double was = before.of(products.of(new ProductId(id)));
      double is = after.of(now.of(new ProductId(id)));
      assertThat(is / was).as(id).isBetween(.98, 1.02);
    }
  }

  @Test
  void knowNothingOfWhatIsNewOrSaysSomethingElse() {
    CatalogSnapshot other = shop(Set.of(), 1, "p20");
    ProductOrdinals now = new ProductOrdinals(other);
    Factors moved = in(other).orElseThrow().factors();
    assertThat(moved.knows(numbers(now, "a-new-0"))).isFalse();
    assertThat(moved.knows(numbers(now, "p20"))).isFalse();
    assertThat(moved.knows(numbers(now, "p33"))).isTrue();
    Factors.Chances chances = moved.after(numbers(now, "p33"));
    double stranger = chances.of(now.of(new ProductId("a-new-0")));
    assertThat(stranger).isLessThan(chances.of(now.of(new ProductId("p46"))));
  }

  @Test
  void areLearnedAgainWhereOneInAHundredProductsIsAnother() {
    assertThat(in(shop(Set.of(), 3, ""))).isPresent();
    assertThat(in(shop(Set.of(), 4, ""))).isEmpty();
    assertThat(in(shop(Set.of(1, 2), 3, "p3"))).isEmpty();
  }

  @Test
  void addUpWhatChangesLittleByLittle() {
    CatalogSnapshot first = shop(Set.of(), 2, "");
    CatalogSnapshot second = shop(Set.of(), 4, "");
    Vectors carried = in(first).orElseThrow();
    Learned learning = learned(second, VISITS, NOW.plusSeconds(120));
    assertThat(carried.in(new ProductOrdinals(first), new ProductOrdinals(second), learning))
        .isEmpty();
  }

  @Test
  void serveADayBesideWhatTheyDoNotKnowAndLongerWhereTheyKnowAll() {
    CatalogSnapshot other = shop(Set.of(), 1, "");
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    ProductOrdinals now = new ProductOrdinals(other);
    assertThat(vectors.in(products, now, learned(other, VISITS, tomorrow))).isEmpty();
    assertThat(vectors.in(products, products, learned(shop, VISITS, tomorrow))).contains(vectors);
  }

  @Test
  void areLearnedAgainFromALogThatHasGrown() {
    assertThat(vectors.in(products, products, learned(shop, VISITS * 12 / 10, NOW))).isEmpty();
    assertThat(Vectors.NONE.in(products, products, learned(shop, VISITS, NOW))).isEmpty();
  }

  private static int[] numbers(ProductOrdinals products, String... ids) {
    return List.of(ids).stream().mapToInt(id -> products.of(new ProductId(id))).toArray();
  }
}
