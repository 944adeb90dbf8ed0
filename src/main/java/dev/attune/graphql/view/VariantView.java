package dev.attune.graphql.view;

import dev.attune.catalog.Variant;
import dev.attune.graphql.schema.Node;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A variant that has a price where it is asked for. */
@Name("ProductVariant")
public record VariantView(
    @NonNull @Id String id,
    @NonNull String sku,
    @NonNull String title,
    @NonNull MoneyView price,
    @Nullable MoneyView compareAtPrice,
    boolean availableForSale,
    @Nullable Integer quantityAvailable,
    @NonNull List<Options.@NonNull SelectedOption> selectedOptions,
    @Nullable Image image,
    @Nullable String barcode)
    implements Node {

  /** The view, empty for a variant without a price. */
  public static Optional<VariantView> of(Variant variant) {
    Money price = variant.price();
    if (price == null) {
      return Optional.empty();
    }
    return Optional.of(
        new VariantView(
            new GlobalId(NodeType.VARIANT, variant.id()).toString(),
            variant.sku(),
            variant.title(),
            MoneyView.of(price),
            MoneyView.ofNullable(variant.compareAt()),
            variant.forSale(),
            variant.quantity(),
            Options.of(variant),
            variant.image() == null ? null : Image.of(variant.image()),
            variant.barcode()));
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return id;
  }
}
