package dev.attune.graphql;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.page.CartView;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.MoneyView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carts with lines priced from the catalog. */
public final class Carts {
  private static final Currency WITHOUT_PRODUCTS = Currency.getInstance("USD");

  private Carts() {}

  /**
   * A cart on a page.
   *
   * @param lines what a client says is in it, null for what the shopper's events left there
   * @throws AttuneException with the line's field: UNKNOWN_ID, MISSING_FIELD, INVALID_VALUE or
   *     INVALID_CURRENCY
   */
  public static CartView of(@Nullable List<CartLineInput> lines, DecisionContext page) {
    return cart(lines == null ? CartLines.known(page) : CartLines.of(lines, page), page);
  }

  private static CartView cart(List<CartLines.Line> lines, DecisionContext page) {
    List<CartView.CartLine> views = new ArrayList<>();
    Currency currency = page.place().currency();
    long subtotal = 0;
    BadgeSheet sheet = new BadgeSheet(page);
    for (CartLines.Line line : lines) {
      Money price = line.variant().price();
      if (price == null) {
        continue;
      }
      currency = currency == null ? price.currency() : currency;
      requireSame(currency, price.currency());
      Money total = price.times(line.quantity());
      subtotal = Math.addExact(subtotal, total.minor());
      views.add(view(line, price, total, sheet, page));
    }
    Currency shown = Objects.requireNonNullElse(currency, WITHOUT_PRODUCTS);
    return new CartView(views, MoneyView.of(new Money(subtotal, shown)), page);
  }

  private static CartView.CartLine view(
      CartLines.Line line, Money price, Money total, BadgeSheet sheet, DecisionContext page) {
    Integer stock = line.variant().quantity();
    boolean enough = stock == null || stock >= line.quantity();
    return new CartView.CartLine(
        ProductView.asked(line.product(), page, sheet),
        VariantView.of(line.variant()).orElseThrow(),
        line.quantity(),
        MoneyView.of(price),
        MoneyView.of(total),
        line.variant().forSale() && enough);
  }

  private static void requireSame(Currency one, Currency other) {
    if (!one.equals(other)) {
      throw new AttuneException(
          ErrorCode.INVALID_CURRENCY,
          "lines",
          "A cart has one currency, not " + one + " and " + other + "; say which in context");
    }
  }
}
