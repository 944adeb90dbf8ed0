package dev.attune.graphql.merchant.collection;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Written;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A collection as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantCollection(
    @NonNull @Id String id,
    @NonNull String handle,
    @NonNull String title,
    @Id @NonNull List<@NonNull String> products,
    int version,
    @Description("Whether shoppers see it; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet shown to shoppers.")
        MerchantCollection draft) {
  /** As it was last, out of the shop. */
  static MerchantCollection archived(ProductCollection collection) {
    return of(collection, false, null);
  }

  static MerchantCollection of(Written<ProductCollection> written) {
    return written.read(MerchantCollection::of);
  }

  private static MerchantCollection of(
      ProductCollection collection, boolean live, @Nullable MerchantCollection draft) {
    return new MerchantCollection(
        collection.id(),
        collection.handle(),
        collection.title(),
        collection.products().stream()
            .map(product -> new GlobalId(NodeType.PRODUCT, product).toString())
            .toList(),
        collection.version(),
        live,
        draft);
  }

  /** Collections, by id. */
  public record MerchantCollectionConnection(
      @NonNull List<@NonNull MerchantCollectionEdge> edges,
      @NonNull List<@NonNull MerchantCollection> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {
    static MerchantCollectionConnection of(Slice<MerchantCollection> slice) {
      List<MerchantCollectionEdge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new MerchantCollectionEdge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new MerchantCollectionConnection(
          edges, slice.items(), slice.pageInfo(), slice.total());
    }
  }

  /** A collection and where it stands. */
  public record MerchantCollectionEdge(@NonNull String cursor, @NonNull MerchantCollection node) {}
}
