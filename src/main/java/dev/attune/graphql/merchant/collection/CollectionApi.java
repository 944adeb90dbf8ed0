package dev.attune.graphql.merchant.collection;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.collection.MerchantCollection.MerchantCollectionConnection;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.ProductCollection;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Collections, as merchants write them. */
@GraphQLApi
public class CollectionApi {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final int LONGEST_TITLE = 200;

  /** More products are a category. */
  private static final int MOST_PRODUCTS = 1_000;

  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Catalog catalog;

  CollectionApi(
      Merchants merchants, Merchandising merchandising, MerchandiseStore store, Catalog catalog) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
    this.catalog = catalog;
  }

  @Query
  @NonNull
  @Description("All collections that are not archived, by id. For merchandisers.")
  public Uni<MerchantCollectionConnection> collections(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return merchants.reading(
        () ->
            MerchantCollectionConnection.of(
                Slice.of(
                    merchandising.current().collections().stream()
                        .map(MerchantCollection::of)
                        .toList(),
                    MerchantCollection::id,
                    first == null ? 50 : first,
                    after)));
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a collection (expectedVersion 0) or replaces it; a stale expectedVersion is refused"
          + " with STALE_VERSION, a handle that another one has with DUPLICATE_ID. For"
          + " merchandisers.")
  public Uni<MerchantCollection> saveCollection(
      @NonNull CollectionInput collection, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.saveCollection(read(collection), expectedVersion, who, at))
        .map(MerchantCollection::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Takes a collection out of the shop, one that no live rule and no badge needs. For"
          + " merchandisers.")
  public Uni<MerchantCollection> archiveCollection(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing(
            (who, at) -> {
              requireUnused(id);
              return store.archiveCollection(id, expectedVersion, who, at);
            })
        .map(MerchantCollection::of);
  }

  private void requireUnused(String id) {
    merchandising
        .current()
        .draws(id)
        .ifPresent(
            user -> {
              throw new AttuneException(
                  ErrorCode.INVALID_VALUE, "id", user + " needs this collection");
            });
  }

  private ProductCollection read(CollectionInput input) {
    Merchants.require(!input.id.isBlank(), "collection.id", "A collection needs an id");
    Merchants.require(
        HANDLE.matcher(input.handle).matches(),
        "collection.handle",
        "A handle has 1 to 100 letters, digits, and any of _.-");
    Merchants.require(
        !input.title.isBlank() && input.title.length() <= LONGEST_TITLE,
        "collection.title",
        "A title has 1 to " + LONGEST_TITLE + " characters");
    Merchants.require(
        !input.products.isEmpty() && input.products.size() <= MOST_PRODUCTS,
        "collection.products",
        "A collection has 1 to " + MOST_PRODUCTS + " products");
    CatalogSnapshot snapshot = catalog.snapshot();
    List<String> products = input.products.stream().map(id -> product(id, snapshot)).toList();
    Merchants.require(
        products.stream().distinct().count() == products.size(),
        "collection.products",
        "A product is in a collection once");
    return new ProductCollection(input.id, input.handle, input.title, products, 0);
  }

  private static String product(String id, CatalogSnapshot catalog) {
    return GlobalId.parse(id)
        .filter(global -> global.type() == NodeType.PRODUCT)
        .map(GlobalId::local)
        .filter(local -> catalog.product(new ProductId(local)).isPresent())
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID, "collection.products", "There is no '" + id + "'"));
  }
}
