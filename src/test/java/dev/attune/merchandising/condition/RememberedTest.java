package dev.attune.merchandising.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Availability;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Variant VARIANT =
      new Variant(
          "only", "only", "", null, null, null, null, Availability.IN_STOCK, Map.of(), null, null);

  private final Remembered<String> remembered = new Remembered<>();

  private static Product product(String id) {
    return new Product(
        new ProductId(id),
        id,
        id,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(VARIANT),
        List.of(),
        NOW);
  }

  @Test
  void remembersNearlyAllOfTenThousandProducts() {
    List<Product> products =
        IntStream.range(0, 10_000).mapToObj(i -> product("remembered-" + i)).toList();
    products.forEach(one -> remembered.keep(one, NOW, one.title()));
    long known =
        products.stream().filter(one -> one.title().equals(remembered.of(one, NOW))).count();
    assertThat(known).isGreaterThan(9_900);
  }

  @Test
  void forgetsWhenTenMinutesHaveGoneByAndKnowsWhatIsFoundOutThen() {
    Product product = product("remembered-once");
    Instant later = NOW.plus(Duration.ofMinutes(10));
    remembered.keep(product, NOW, "then");
    assertThat(remembered.of(product, NOW)).isEqualTo("then");
    assertThat(remembered.of(product, later)).isNull();
    remembered.keep(product, later, "now");
    assertThat(remembered.of(product, later)).isEqualTo("now");
    assertThat(remembered.of(product, NOW)).isNull();
  }

  @Test
  void knowsNothingOfAnotherCatalogsProductOfTheSameId() {
    remembered.keep(product("remembered-same"), NOW, "one");
    assertThat(remembered.of(product("remembered-same"), NOW)).isNull();
  }
}
