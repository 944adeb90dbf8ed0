package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.feed.text.PriceText;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The prices of one row: a wrong price refuses the row, a wrong cost or sale is dropped. */
final class GoogleOffer {
  private final UnaryOperator<String> cell;
  private final Findings findings;

  /**
   * @param cell the text of a named column, empty without one
   */
  GoogleOffer(UnaryOperator<String> cell, Findings findings) {
    this.cell = cell;
    this.findings = findings;
  }

  Offer read() {
    @Nullable Money regular = price("price");
    @Nullable Money asked = price("sale_price");
    boolean cheaper = regular != null && asked != null && isBelow(asked, regular);
    Optional<SaleWindow> window = Optional.empty();
    String dates = cell.apply("sale_price_effective_date");
    if (cheaper && !dates.isEmpty()) {
      window = SaleWindow.parse(dates);
      if (window.isEmpty()) {
        // a sale whose dates nobody can read must not go on for ever
        cheaper = false;
        findings.warn(
            ErrorCode.INVALID_TIMESTAMP,
            "sale_price_effective_date",
            "Dates look like 2026-02-24T11:07+0100/2026-03-01T23:07+0100, the first before the"
                + " second, not "
                + Quoted.of(dates)
                + "; the sale is left out");
      }
    }
    return new Offer(regular, cheaper ? asked : null, window.orElse(null), cost());
  }

  /** Warns of a sale price that is none. */
  private boolean isBelow(Money sale, Money regular) {
    if (!sale.currency().equals(regular.currency())) {
      findings.warn(
          ErrorCode.INVALID_CURRENCY,
          "sale_price",
          "A sale price is in the price's currency; the sale is left out");
      return false;
    }
    if (sale.compareTo(regular) >= 0) {
      findings.warn(
          ErrorCode.INVALID_PRICE,
          "sale_price",
          "A sale price is below the price; the sale is left out");
      return false;
    }
    return true;
  }

  private @Nullable Money price(String field) {
    String text = cell.apply(field);
    if (text.isEmpty()) {
      return null;
    }
    PriceText price = PriceText.parse(field, text);
    Rejection problem = price.problem();
    if (problem != null) {
      findings.refuse(problem.code(), field, problem.message());
    }
    return price.money();
  }

  private @Nullable Money cost() {
    String text = cell.apply("cost_of_goods_sold");
    if (text.isEmpty()) {
      return null;
    }
    PriceText cost = PriceText.parse("cost_of_goods_sold", text);
    Rejection problem = cost.problem();
    if (problem != null) {
      findings.warn(problem.code(), "cost_of_goods_sold", problem.message());
    }
    return cost.money();
  }
}
