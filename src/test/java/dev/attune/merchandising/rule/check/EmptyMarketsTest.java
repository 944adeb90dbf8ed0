package dev.attune.merchandising.rule.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SampleCatalog;
import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Twenty lamps, which are sold in each of forty markets, but for one that has the last alone. */
class EmptyMarketsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<String> LAMPS =
      IntStream.range(0, 20).mapToObj(i -> "lamp-%02d".formatted(i)).toList();
  private static final CatalogSnapshot HOME = shop(LAMPS);

  private final Markets markets = new Markets();

  private static CatalogSnapshot shop(List<String> lamps) {
    SampleCatalog shop = new SampleCatalog();
    lamps.forEach(id -> shop.product(id, id).in("Lamps").add());
    return shop.snapshot("1");
  }

  private static final class Markets implements Catalog {
    private final List<Market> read = new ArrayList<>();
    private int asked;

    @Override
    public CatalogSnapshot snapshot() {
      return HOME;
    }

    @Override
    public CatalogSnapshot look(Market market) {
      read.add(market);
      return sold(market);
    }

    @Override
    public List<Product> look(Market market, Set<ProductId> some) {
      asked += some.size();
      return sold(market).products().stream().filter(one -> some.contains(one.id())).toList();
    }

    private static CatalogSnapshot sold(Market market) {
      return "AD".equals(market.country()) ? shop(LAMPS.subList(19, 20)) : HOME;
    }

    @Override
    public String view(Market market) {
      return String.valueOf(market.country());
    }

    @Override
    public Set<Market> markets() {
      return Stream.of(Locale.getISOCountries())
          .limit(40)
          .map(country -> new Market(country, null, Locale.ROOT))
          .collect(Collectors.toSet());
    }

    @Override
    public boolean has(Market market) {
      return false;
    }
  }

  private void check(String condition, String... subjects) {
    List<String> ids = Stream.of(subjects).map(id -> "gid://attune/Product/" + id).toList();
    Shop shop = new Shop(Merchandise.EMPTY, HOME, (query, sold) -> Optional.empty(), markets);
    Rule rule =
        new Rule(
            "r",
            "R",
            new Action.Hide(),
            Scope.EVERYWHERE,
            ids,
            condition.isEmpty() ? null : condition,
            50);
    new EmptyMarkets(shop, NOW).check(rule, List.of());
  }

  @Test
  void readsAFewProductsWhereTheyTellThatNoPageIsEmptied() {
    check("", "lamp-03", "lamp-04");
    check("product.title == 'lamp-05'");
    assertThat(markets.read).extracting(Market::country).containsExactly("AD", "AD");
    assertThat(markets.asked).isEqualTo(2 * 40 * 8);
  }

  @Test
  void looksAtAllThatIsSoldWhereTheyDoNotAndRefusesAsEver() {
    for (String condition : List.of("", "product.title == 'lamp-19'")) {
      assertThatThrownBy(() -> check(condition, "lamp-19"))
          .hasMessageContaining("0 of 1 products in the shop for AD")
          .hasMessageContaining("0 of 1 products in lamps for AD");
    }
    assertThat(markets.read).extracting(Market::country).containsExactly("AD", "AD");
  }
}
