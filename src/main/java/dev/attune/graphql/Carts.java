package dev.attune.graphql;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.page.CartView;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.MoneyView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import dev.attune.platform.money.ShopCurrency;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carts with lines priced from the catalog. */
public final class Carts {
  private Carts() {}

  /**
   * A cart on a page.
   *
   * @param lines what a client says is in it, null for what the shopper's events left there
   * @param otherwise what nothing costs nothing of, where nothing on the page says
   * @throws dev.attune.platform.error.AttuneException with the line's field: MISSING_FIELD or
   *     INVALID_VALUE
   */
  public static CartView of(
      @Nullable List<CartLineInput> lines, DecisionContext page, ShopCurrency otherwise) {
    CartLines.Found found = lines == null ? CartLines.known(page) : CartLines.of(lines, page);
    return cart(found, page, otherwise.get());
  }

  private static CartView cart(CartLines.Found found, DecisionContext page, Currency otherwise) {
    List<CartView.CartLine> views = new ArrayList<>();
    List<CartView.MissingLine> missing = new ArrayList<>(found.missing());
    Currency currency = page.place().currency();
    long subtotal = 0;
    BadgeSheet sheet = new BadgeSheet(page);
    for (CartLines.Line line : found.lines()) {
      Money price = line.variant().price();
      currency = currency == null && price != null ? price.currency() : currency;
      if (price == null || !price.currency().equals(currency)) {
        missing.add(CartView.MissingLine.of(line.place(), inOtherMoney(line, currency)));
        continue;
      }
      Money total = price.times(line.quantity());
      subtotal = Math.addExact(subtotal, total.minor());
      views.add(view(line, price, total, sheet, page));
    }
    Currency shown = currency != null ? currency : only(page).orElse(otherwise);
    return new CartView(views, missing, MoneyView.of(new Money(subtotal, shown)), page);
  }

  /** What all that is sold here is priced in. */
  private static Optional<Currency> only(DecisionContext page) {
    Set<String> sold = page.catalog().assortment().currencies();
    return sold.size() == 1 ? sold.stream().map(Currency::getInstance).findAny() : Optional.empty();
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

  private static Rejection inOtherMoney(CartLines.Line line, @Nullable Currency currency) {
    return new Rejection(
        ErrorCode.PRICE_UNAVAILABLE,
        "lines",
        "A cart has one currency; "
            + line.product().id()
            + " has no price in "
            + (currency == null ? "any" : currency.getCurrencyCode()));
  }
}
