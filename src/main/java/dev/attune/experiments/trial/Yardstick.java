package dev.attune.experiments.trial;

import dev.attune.experiments.statistics.Metric;

/** What an experiment is measured by. */
public enum Yardstick {
  /** Shoppers who ordered. */
  CONVERSION(Metric.MEAN, Scale.SHARE, true),
  /** Money paid a shopper, less what was paid back, capped. */
  REVENUE(Metric.MEAN, Scale.MONEY, true),
  /** Money an order, before refunds. */
  ORDER_VALUE(Metric.RATIO, Scale.MONEY, false),
  /** What is left of that after discounts and the goods' cost, a shopper, capped. */
  MARGIN(Metric.MEAN, Scale.MONEY, true),
  /** Pieces bought a shopper. */
  UNITS(Metric.MEAN, Scale.NUMBER, false),
  /** Pieces put into the cart a shopper. */
  CART_ADDS(Metric.MEAN, Scale.NUMBER, false),
  /** Searches after which nothing was done for half an hour. */
  SEARCH_EXITS(Metric.RATIO, Scale.SHARE, false),
  /** Discounts of what goods would have cost without them. */
  DISCOUNT_SHARE(Metric.RATIO, Scale.SHARE, false),
  /** Money that went back, of the money paid. */
  RETURNS(Metric.RATIO, Scale.SHARE, false),
  /** Buyers who bought again within so many days, of those whose first order is as long ago. */
  REPEAT_30(Metric.RATIO, Scale.SHARE, false),
  REPEAT_60(Metric.RATIO, Scale.SHARE, false),
  REPEAT_90(Metric.RATIO, Scale.SHARE, false);

  private final Metric metric;
  private final Scale scale;
  private final boolean adjusted;

  Yardstick(Metric metric, Scale scale, boolean adjusted) {
    this.metric = metric;
    this.scale = scale;
    this.adjusted = adjusted;
  }

  /** What its numbers are. */
  public enum Scale {
    /** Of 1. */
    SHARE,
    /** Minor units. */
    MONEY,
    NUMBER
  }

  public Metric metric() {
    return metric;
  }

  public Scale scale() {
    return scale;
  }

  /** Whether what a shopper did before is taken out. */
  public boolean adjusted() {
    return adjusted;
  }
}
