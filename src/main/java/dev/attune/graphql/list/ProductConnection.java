package dev.attune.graphql.list;

import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

public record ProductConnection(
    @NonNull List<@NonNull ProductEdge> edges,
    @NonNull List<@NonNull ProductView> nodes,
    @NonNull PageInfo pageInfo,
    int totalCount,
    @NonNull List<@NonNull Facet> facets,
    @Nullable QueryInterpretation interpretation,
    @NonNull DecisionSummary decision) {

  /** A product, where it stands, and why there. */
  public record ProductEdge(
      @NonNull String cursor,
      @NonNull ProductView node,
      @NonNull List<@NonNull ReasonView> reasons) {}

  /** How a list can be narrowed by one field. */
  public record Facet(
      @NonNull String field, @NonNull String label, @NonNull List<@NonNull FacetValue> values) {}

  /** One value of a facet, and how many products it would leave. */
  public record FacetValue(
      @NonNull String value, @NonNull String label, int count, boolean selected) {}
}
