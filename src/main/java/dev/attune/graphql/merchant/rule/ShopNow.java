package dev.attune.graphql.merchant.rule;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.rule.check.Shop;
import dev.attune.models.ModelRegistry;
import dev.attune.search.SearchIndexes;
import dev.attune.search.column.Demand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;

/** The shop as rules are checked against it: what is in it, and what its search finds. */
@ApplicationScoped
public class ShopNow {
  private final SearchIndexes indexes;
  private final ModelRegistry models;
  private final Catalog markets;

  ShopNow(SearchIndexes indexes, ModelRegistry models, Catalog markets) {
    this.markets = markets;
    this.indexes = indexes;
    this.models = models;
  }

  /** Asked of a rule it may block: what other markets sell is read while a rule is checked. */
  public Shop of(Merchandise merchandise, CatalogSnapshot catalog, Instant now) {
    SearchesNow searches =
        new SearchesNow(
            markets.snapshot(Market.HOME),
            indexes,
            merchandise.synonyms(null, Locale.ROOT, now),
            Demand.of(models.current().popularity()));
    return new Shop(merchandise, catalog, searches, markets);
  }
}
