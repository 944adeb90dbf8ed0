package dev.attune.merchandising.segment;

import java.util.Currency;

/** Segments that most shops want; what stands in angle brackets is the shop's to fill in. */
public enum SegmentTemplate {
  VIP(
      "Buys often, and much",
      "shopper.orders_365d >= 4 || ('%1$s' in shopper.spent_365d && shopper.spent_365d['%1$s'] >="
          + " 1000.0)"),
  FIRST_TIME_DISCOUNT_SHOPPER(
      "Has not bought yet and looks at what is reduced",
      "shopper.orders == 0 && shopper.discount_affinity >= 0.5"),
  LAPSING(
      "Bought before and has gone quiet",
      "shopper.orders > 0 && shopper.silent_days >= 60 && shopper.silent_days < 180"),
  CATEGORY_LOVER(
      "Most of their interest is in one category",
      "'<category>' in shopper.categories && shopper.categories['<category>'] >= 0.5");

  private final String title;
  private final String condition;

  SegmentTemplate(String title, String condition) {
    this.title = title;
    this.condition = condition;
  }

  public String title() {
    return title;
  }

  /** With amounts in the shop's own currency. */
  public String condition(Currency shops) {
    return condition.formatted(shops.getCurrencyCode());
  }
}
