package dev.attune.graphql.health;

import dev.attune.catalog.health.CategoryHealth;
import dev.attune.catalog.health.Gates;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("CategoryHealth")
@Description("How clean a category and all below it is.")
public record CategoryHealthView(
    @NonNull @Id String category,
    int products,
    double score,
    @Description("Mean share of the expected attributes that a product has, 0 to 1.")
        double completeness,
    @NonNull @Description("What most products here have, the least complete first.")
        List<@NonNull AttributeShare> attributes,
    @NonNull List<@NonNull HealthFinding> findings,
    @NonNull @Description("What refuses to act here, and why.") List<@NonNull String> gates) {

  @Name("AttributeShare")
  @Description("How many of a category's products have an attribute.")
  public record AttributeShare(@NonNull String name, @NonNull String label, double share) {}

  @Name("CategoryHealthConnection")
  public record Connection(
      @NonNull List<@NonNull Edge> edges,
      @NonNull List<@NonNull CategoryHealthView> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {
    static Connection of(Slice<CategoryHealthView> slice) {
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new Edge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new Connection(edges, slice.items(), slice.pageInfo(), slice.total());
    }
  }

  @Name("CategoryHealthEdge")
  public record Edge(@NonNull String cursor, @NonNull CategoryHealthView node) {}

  static CategoryHealthView of(CategoryHealth health) {
    return new CategoryHealthView(
        new GlobalId(NodeType.CATEGORY, health.category().value()).toString(),
        health.products(),
        health.score(),
        health.completeness(),
        health.attributes().stream()
            .map(known -> new AttributeShare(known.name(), known.label(), known.share()))
            .toList(),
        health.findings().stream().map(HealthFinding::of).toList(),
        health.closed().stream()
            .sorted()
            .map(gate -> Gates.reason(gate, health.category()))
            .toList());
  }
}
