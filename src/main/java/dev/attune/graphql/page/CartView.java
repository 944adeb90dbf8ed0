package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.view.MoneyView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import java.util.List;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The cart page: lines priced from the catalog. */
@Name("Cart")
public final class CartView {
  private final List<CartLine> lines;
  private final MoneyView subtotal;
  private final DecisionContext page;

  public CartView(List<CartLine> lines, MoneyView subtotal, DecisionContext page) {
    this.lines = List.copyOf(lines);
    this.subtotal = subtotal;
    this.page = page;
  }

  /** One line. */
  public record CartLine(
      @NonNull ProductView product,
      @NonNull VariantView variant,
      int quantity,
      @NonNull MoneyView unitPrice,
      @NonNull MoneyView total,
      boolean available) {}

  @NonNull
  public List<@NonNull CartLine> getLines() {
    return lines;
  }

  /** The sum of the lines. */
  @NonNull
  public MoneyView getSubtotal() {
    return subtotal;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }
}
