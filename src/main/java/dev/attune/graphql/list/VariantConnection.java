package dev.attune.graphql.list;

import dev.attune.graphql.view.VariantView;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("ProductVariantConnection")
public record VariantConnection(
    @NonNull List<@NonNull VariantEdge> edges,
    @NonNull List<@NonNull VariantView> nodes,
    @NonNull PageInfo pageInfo,
    int totalCount) {

  /** A variant and where it stands. */
  @Name("ProductVariantEdge")
  public record VariantEdge(@NonNull String cursor, @NonNull VariantView node) {}

  public static VariantConnection of(Slice<VariantView> slice) {
    List<VariantEdge> edges = new ArrayList<>();
    for (int i = 0; i < slice.items().size(); i++) {
      edges.add(new VariantEdge(slice.cursors().get(i), slice.items().get(i)));
    }
    return new VariantConnection(edges, slice.items(), slice.pageInfo(), slice.total());
  }
}
