package dev.attune.graphql;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.page.CartView;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in the catalog what a client says is in the cart, or what events say. */
final class CartLines {
  private static final int MOST = 200;

  /** What happens to a cart that was filled a while ago. */
  private static final Set<ErrorCode> GONE =
      EnumSet.of(ErrorCode.UNKNOWN_ID, ErrorCode.PRICE_UNAVAILABLE);

  private CartLines() {}

  /**
   * A product in the cart, with the variant that was meant.
   *
   * @param place which of the lines that a client named it is, from 0; null for events' own
   */
  record Line(Product product, Variant variant, int quantity, @Nullable Integer place) {}

  /** The lines that can be shown, and why the others cannot. */
  record Found(List<Line> lines, List<CartView.MissingLine> missing) {
    Found {
      lines = List.copyOf(lines);
      missing = List.copyOf(missing);
    }
  }

  /**
   * The lines a client names. What the catalog no longer has, or has no price for in this market,
   * is missing, so that it takes no page down.
   *
   * @throws AttuneException with the line's field: MISSING_FIELD or INVALID_VALUE
   */
  static Found of(List<CartLineInput> inputs, DecisionContext page) {
    if (inputs.size() > MOST) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "lines", "A cart has at most " + MOST + " lines");
    }
    List<Line> lines = new ArrayList<>();
    List<CartView.MissingLine> missing = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      try {
        lines.add(line(inputs.get(i), i, page));
      } catch (AttuneException refused) {
        if (!GONE.contains(refused.code())) {
          throw refused;
        }
        missing.add(CartView.MissingLine.of(i, refused.rejection()));
      }
    }
    return new Found(lines, missing);
  }

  /** The lines that the shopper's events left in the cart. */
  static Found known(DecisionContext page) {
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
                                    (int) Math.min(999, touched.count()),
                                    null))));
    return new Found(lines, List.of());
  }

  private static Line line(CartLineInput input, int place, DecisionContext page) {
    String field = "lines[" + place + "]";
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
      return new Line(product, variant(product, sku), quantity, place);
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
    return new Line(product, product.variants().get(0), quantity, place);
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
