package dev.attune.experiments.metric;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was bought, with the catalog's costs and prices of today. */
@ApplicationScoped
class PgGoods {
  private static final String BOUGHT =
      """
      select distinct s.v ->> 1
      from event e cross join lateral jsonb_array_elements(e.signals) s(v)
      where e.type = 'ORDER_COMPLETED' and e.traffic = 'SHOPPER' and s.v ->> 0 = 'BUY'
        and e.happened_at >= $1 and e.happened_at < $2
      """;
  private static final long UNKNOWN = -1;

  private final Catalog catalog;

  PgGoods(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * As columns.
   *
   * @param costs in minor units, -1 for an unknown one
   * @param prices likewise
   */
  record Columns(String[] products, Long[] costs, Long[] prices) {}

  Uni<Columns> bought(SqlConnection connection, Instant from, Instant until, String currency) {
    return connection
        .preparedQuery(BOUGHT)
        .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              List<String> products = new ArrayList<>();
              rows.forEach(row -> products.add(row.getString(0)));
              return columns(products, currency);
            });
  }

  private Columns columns(List<String> products, String currency) {
    CatalogSnapshot shop = catalog.snapshot();
    return new Columns(
        products.toArray(String[]::new),
        products.stream()
            .map(one -> minor(shop, one, currency, Variant::cost))
            .toArray(Long[]::new),
        products.stream()
            .map(one -> minor(shop, one, currency, Variant::price))
            .toArray(Long[]::new));
  }

  private static long minor(
      CatalogSnapshot shop,
      String product,
      String currency,
      Function<Variant, @Nullable Money> of) {
    return shop.product(new ProductId(product)).stream()
        .flatMap(found -> found.variants().stream())
        .flatMap(variant -> Optional.<Money>ofNullable(of.apply(variant)).stream())
        .filter(money -> money.currency().getCurrencyCode().equals(currency))
        .map(Money::minor)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
