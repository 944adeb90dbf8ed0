package dev.attune.graphql;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in the catalog what a client says is in the cart, or what events say. */
final class CartLines {
  private static final int MOST = 200;

  private CartLines() {}

  /** A product in the cart, with the variant that was meant. */
  record Line(Product product, Variant variant, int quantity) {}

  /**
   * The lines a client names; what has no price in this market is left out, as of every list.
   *
   * @throws AttuneException with the line's field: UNKNOWN_ID, MISSING_FIELD or INVALID_VALUE
   */
  static List<Line> of(List<CartLineInput> inputs, DecisionContext page) {
    if (inputs.size() > MOST) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "lines", "A cart has at most " + MOST + " lines");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      priced(inputs.get(i), "lines[" + i + "]", page).ifPresent(lines::add);
    }
    return lines;
  }

  /** The lines that the shopper's events left in the cart. */
  static List<Line> known(DecisionContext page) {
    List<Line> lines = new ArrayList<>();
    page.shown()
        .cart()
        .forEach(
            touched ->
                page.catalog()
                    .product(touched.product())
                    .ifPresent(
                        product ->
                            lines.add(
                                new Line(
                                    product,
                                    product.variants().get(0),
                                    (int) Math.min(999, touched.count())))));
    return lines;
  }

  private static Optional<Line> priced(CartLineInput input, String field, DecisionContext page) {
    try {
      return Optional.of(line(input, field, page));
    } catch (AttuneException refused) {
      if (refused.code() == ErrorCode.PRICE_UNAVAILABLE) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static Line line(CartLineInput input, String field, DecisionContext page) {
    int quantity = input.quantity == null ? 1 : input.quantity;
    if (quantity < 1) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, field + ".quantity", "A quantity is at least 1");
    }
    String sku = input.sku;
    if (sku != null) {
      Product product =
          page.asked(catalog -> catalog.productBySku(sku))
              .orElseThrow(() -> unknown(field + ".sku", sku));
      return new Line(product, variant(product, sku), quantity);
    }
    String id = input.product;
    if (id == null) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, field + ".sku", "A line needs a sku or a product");
    }
    Product product =
        GlobalId.local(NodeType.PRODUCT, id)
            .flatMap(local -> page.asked(catalog -> catalog.product(new ProductId(local))))
            .orElseThrow(() -> unknown(field + ".product", id));
    return new Line(product, product.variants().get(0), quantity);
  }

  private static Variant variant(Product product, String sku) {
    Optional<Variant> named =
        product.variants().stream()
            .filter(variant -> variant.id().equals(sku) || variant.sku().equals(sku))
            .findFirst();
    return named.orElse(product.variants().get(0));
  }

  private static AttuneException unknown(String field, @Nullable String value) {
    return new AttuneException(ErrorCode.UNKNOWN_ID, field, "There is no product '" + value + "'");
  }
}
