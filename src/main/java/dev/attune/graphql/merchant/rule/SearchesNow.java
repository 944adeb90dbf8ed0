package dev.attune.graphql.merchant.rule;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.rule.check.Shop;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Hit;
import java.util.List;
import java.util.Optional;

/**
 * What searches find by the indexes that there are: none is made for a market that nobody has
 * searched. There it is told from everybody's search, where that shows all that it found.
 */
record SearchesNow(
    CatalogSnapshot catalog, SearchIndexes indexes, List<Synonyms> synonyms, Demand demand)
    implements Shop.Searches {
  /** Of the products that a query finds so many are looked at: ten pages of a storefront. */
  private static final int LOOKED_AT = 240;

  SearchesNow {
    synonyms = List.copyOf(synonyms);
  }

  @Override
  public Optional<List<ProductId>> find(String query, CatalogSnapshot sold) {
    if (!sold.view().equals(catalog.view()) && indexes.has(sold)) {
      List<ProductId> own = found(query, sold);
      if (!own.isEmpty()) {
        return Optional.of(own); // else it may be in another language
      }
    }
    List<ProductId> everybodys = found(query, catalog);
    return sold.view().equals(catalog.view()) || (everybodys.size() < LOOKED_AT && isPart(sold))
        ? Optional.of(everybodys)
        : Optional.empty();
  }

  /** Whether everybody's search can find all that is sold there. */
  private boolean isPart(CatalogSnapshot sold) {
    return sold.products().stream()
        .allMatch(product -> catalog.product(product.id()).filter(Product::priced).isPresent());
  }

  private List<ProductId> found(String query, CatalogSnapshot where) {
    return indexes
        .forCatalog(where)
        .search(SearchRequest.of(query, LOOKED_AT), synonyms, demand)
        .hits()
        .stream()
        .map(Hit::product)
        .toList();
  }
}
