package dev.attune.graphql.merchant.rule;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.rule.check.Shop;
import dev.attune.models.ModelRegistry;
import dev.attune.models.Popularity;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The shop as rules are checked against it: what is in it, and what its search finds. */
@ApplicationScoped
public class ShopNow {
  /** Of the products that a query finds so many are looked at: ten pages of a storefront. */
  private static final int LOOKED_AT = 240;

  private final SearchIndexes indexes;
  private final ModelRegistry models;
  private final Catalog markets;

  ShopNow(SearchIndexes indexes, ModelRegistry models, Catalog markets) {
    this.markets = markets;
    this.indexes = indexes;
    this.models = models;
  }

  /** Asked of a rule it may block: what other markets sell is read when it is first needed. */
  public Shop of(Merchandise merchandise, CatalogSnapshot catalog, Instant now) {
    return new Shop(
        merchandise,
        catalog,
        query -> found(query, merchandise, catalog, now),
        market -> market.equals(Market.HOME) ? catalog : markets.snapshot(market),
        markets.markets());
  }

  private List<ProductId> found(
      String query, Merchandise merchandise, CatalogSnapshot catalog, Instant now) {
    Popularity popularity = models.current().popularity();
    return indexes
        .forCatalog(catalog)
        .search(
            SearchRequest.of(query, LOOKED_AT),
            merchandise.synonyms(null, Locale.ROOT, now),
            Demand.of(popularity, popularity::score))
        .hits()
        .stream()
        .map(Hit::product)
        .toList();
  }
}
