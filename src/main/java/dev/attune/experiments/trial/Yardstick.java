package dev.attune.experiments.trial;

import dev.attune.experiments.statistics.Guardrail.Harm;
import dev.attune.experiments.statistics.Metric;

/** What an experiment is measured by. */
public enum Yardstick {
  /** Shoppers who ordered. */
  CONVERSION(Metric.MEAN, Scale.SHARE, true, Harm.FALLING),
  /** Money paid a shopper, less what was paid back, capped. */
  REVENUE(Metric.MEAN, Scale.MONEY, true, Harm.FALLING),
  /** Money an order, before refunds. */
  ORDER_VALUE(Metric.RATIO, Scale.MONEY, false, Harm.FALLING),
  /** What is left of that after discounts and the goods' cost, a shopper, capped. */
  MARGIN(Metric.MEAN, Scale.MONEY, true, Harm.FALLING),
  /** Pieces bought a shopper. */
  UNITS(Metric.MEAN, Scale.NUMBER, false, Harm.FALLING),
  /** Pieces put into the cart a shopper. */
  CART_ADDS(Metric.MEAN, Scale.NUMBER, false, Harm.FALLING),
  /** Searches after which nothing was done for half an hour. */
  SEARCH_EXITS(Metric.RATIO, Scale.SHARE, false, Harm.RISING),
  /** Discounts of what goods would have cost without them. */
  DISCOUNT_SHARE(Metric.RATIO, Scale.SHARE, false, Harm.RISING),
  /** Money that went back, of the money paid. */
  RETURNS(Metric.RATIO, Scale.SHARE, false, Harm.RISING),
  /** Buyers who bought again within so many days, of those whose first order is as long ago. */
  REPEAT_30(Metric.RATIO, Scale.SHARE, false, Harm.FALLING),
  REPEAT_60(Metric.RATIO, Scale.SHARE, false, Harm.FALLING),
  REPEAT_90(Metric.RATIO, Scale.SHARE, false, Harm.FALLING);

  private final Metric metric;
  private final Scale scale;
  private final boolean adjusted;
  private final Harm harm;

  Yardstick(Metric metric, Scale scale, boolean adjusted, Harm harm) {
    this.metric = metric;
    this.scale = scale;
    this.adjusted = adjusted;
    this.harm = harm;
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

  /** Which way it gets worse. */
  public Harm harm() {
    return harm;
  }

  /** Whether more of it is what "it earned more" says. */
  public boolean isTakings() {
    return this == REVENUE || this == MARGIN;
  }

  /** For how many days a buyer is looked at; 0 where the experiment's window says it. */
  public int days() {
    return switch (this) {
      case REPEAT_30 -> 30;
      case REPEAT_60 -> 60;
      case REPEAT_90 -> 90;
      default -> 0;
    };
  }

  /** Whether what a shopper did before is taken out. */
  public boolean adjusted() {
    return adjusted;
  }
}
