package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.badge.Badge;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.view.ProductView;
import dev.attune.platform.id.GlobalId;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A badge on a product, as decisions name it.")
public record ProductBadge(
    @NonNull @Id String id,
    @NonNull String code,
    @NonNull String label,
    @Nullable ProductView product)
    implements Node {

  /** Empty for what is no badge, or a badge that is no more. */
  public static Optional<ProductBadge> of(GlobalId id, DecisionContext page) {
    return Badge.marked(id)
        .map(
            marked ->
                new ProductBadge(
                    id.toString(),
                    marked.badge().name(),
                    BadgeView.label(marked.badge(), page),
                    page.catalog()
                        .product(marked.product())
                        .flatMap(product -> ProductView.of(product, page))
                        .orElse(null)));
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
