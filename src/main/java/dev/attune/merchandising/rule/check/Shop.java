package dev.attune.merchandising.rule.check;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Merchandise;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The shop that a rule is checked against.
 *
 * @param found the first products that a search finds, for a query
 * @param sold reads what is sold in a market, which may block
 * @param markets that see prices of their own
 */
public record Shop(
    Merchandise merchandise,
    CatalogSnapshot catalog,
    Function<String, List<ProductId>> found,
    Function<Market, CatalogSnapshot> sold,
    Set<Market> markets) {
  public Shop {
    markets = Set.copyOf(markets);
  }
}
