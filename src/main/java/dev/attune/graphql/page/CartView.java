package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.view.MoneyView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import dev.attune.platform.error.Rejection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The cart page: lines priced from the catalog. */
@Name("Cart")
public final class CartView {
  private final List<CartLine> lines;
  private final List<MissingLine> missing;
  private final MoneyView subtotal;
  private final DecisionContext page;

  public CartView(
      List<CartLine> lines, List<MissingLine> missing, MoneyView subtotal, DecisionContext page) {
    this.lines = List.copyOf(lines);
    this.missing = List.copyOf(missing);
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

  /**
   * A line that is not among the others.
   *
   * @param line which of those that were asked for, from 0; null where events filled the cart
   */
  @Name("MissingCartLine")
  public record MissingLine(
      @Description("Which of the lines that were asked for, from 0.") @Nullable Integer line,
      @Description("UNKNOWN_ID or PRICE_UNAVAILABLE.") @NonNull String code,
      @NonNull String message) {
    public static MissingLine of(@Nullable Integer line, Rejection why) {
      return new MissingLine(line, why.code().name(), why.message());
    }
  }

  @NonNull
  public List<@NonNull CartLine> getLines() {
    return lines;
  }

  @NonNull
  @Description("Lines that cannot be shown: sold no more, or without a price in this currency.")
  public List<@NonNull MissingLine> getMissing() {
    return missing;
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
