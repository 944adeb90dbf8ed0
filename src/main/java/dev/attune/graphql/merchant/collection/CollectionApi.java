package dev.attune.graphql.merchant.collection;

import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.merchant.collection.MerchantCollection.MerchantCollectionConnection;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.ProductCollection;
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

  /** More products are a category. */
  private static final int MOST_PRODUCTS = 1_000;

  private final Merchants merchants;
  private final Merchandising merchandising;
  private final ContentDesk desk;

  CollectionApi(Merchants merchants, Merchandising merchandising, ContentDesk desk) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description("All collections that are not archived, live and drafted, by id. For operators.")
  public Uni<MerchantCollectionConnection> collections(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return merchants.reading(
        () ->
            MerchantCollectionConnection.of(
                Slice.of(
                    Kind.COLLECTION.written(merchandising.current()).stream()
                        .map(MerchantCollection::of)
                        .toList(),
                    MerchantCollection::id,
                    first == null ? 50 : first,
                    after)));
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a collection (expectedVersion 0) or replaces it, as a draft where publish is false;"
          + " a stale expectedVersion is refused with STALE_VERSION, a handle that another one has"
          + " with DUPLICATE_ID. For merchandisers.")
  public Uni<MerchantCollection> saveCollection(
      @NonNull CollectionInput collection,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return desk.save(Kind.COLLECTION, expectedVersion, publish, () -> read(collection))
        .map(MerchantCollection::of);
  }

  @Mutation
  @NonNull
  @Description("Shows a collection to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantCollection> publishCollection(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.COLLECTION, id, expectedVersion).map(MerchantCollection::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Takes a collection out of the shop, one that no live rule and no badge needs. For"
          + " merchandisers.")
  public Uni<MerchantCollection> archiveCollection(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.COLLECTION, id, expectedVersion).map(MerchantCollection::archived);
  }

  private static ProductCollection read(CollectionInput input) {
    Merchants.require(
        HANDLE.matcher(input.handle).matches(),
        "collection.handle",
        "A handle has 1 to 100 letters, digits, and any of _.-");
    Merchants.require(
        !input.products.isEmpty() && input.products.size() <= MOST_PRODUCTS,
        "collection.products",
        "A collection has 1 to " + MOST_PRODUCTS + " products");
    List<String> products = Typed.products("collection.products", input.products);
    Merchants.require(
        products.stream().distinct().count() == products.size(),
        "collection.products",
        "A product is in a collection once");
    return new ProductCollection(
        Typed.id("collection.id", input.id),
        input.handle,
        Typed.title("collection.title", input.title),
        products,
        0);
  }
}
