package dev.attune.experiments.statistics;

/** How a metric's number comes from a variant's {@link Moments}. */
public enum Metric {
  /** The mean of the value: conversion, revenue, margin or units a visitor. */
  MEAN {
    @Override
    public double of(Moments variant) {
      return variant.means().value();
    }

    @Override
    double valueWeight(Moments variant) {
      return 1;
    }

    @Override
    double baseWeight(Moments variant) {
      return 0;
    }

    @Override
    boolean tells(Moments variant) {
      return true;
    }
  },

  /**
   * Sum of values over sum of bases: order value, margin an order, share of discount. Visitors are
   * what is assigned, so orders of one visitor are not independent; the spread is that of the
   * unit's linear part {@code (value - ratio * base) / mean base}, the delta method of Deng,
   * Knoblich and Lu (KDD 2018), section 3.1.
   */
  RATIO {
    @Override
    public double of(Moments variant) {
      double base = variant.means().base();
      return base > 0 ? variant.means().value() / base : 0;
    }

    @Override
    double valueWeight(Moments variant) {
      double base = variant.means().base();
      return base > 0 ? 1 / base : 0;
    }

    @Override
    double baseWeight(Moments variant) {
      return -of(variant) * valueWeight(variant);
    }

    @Override
    boolean tells(Moments variant) {
      double n = variant.units();
      double base = variant.means().base();
      return base > 0 && base * base * n * (n - 1) >= STEADY * STEADY * variant.squares().base();
    }
  };

  /**
   * Standard errors that the mean base must be above zero before a ratio says anything: 25 orders
   * of as many visitors. The delta method's error is of the order of their squared inverse;
   * decision 016 has the false alarms with fewer.
   */
  static final double STEADY = 5;

  /** Its number, 0 where there is none. */
  public abstract double of(Moments variant);

  /**
   * The variance of one unit's part of it, which a {@link Plan} is made from; 0 where units are all
   * alike, or too few to tell.
   */
  public final double spread(Moments units) {
    return units.units() > 1 && tells(units) ? squares(units) / (units.units() - 1) : 0;
  }

  /** The metric's derivative by the mean of the value. */
  abstract double valueWeight(Moments variant);

  /** The metric's derivative by the mean of the base. */
  abstract double baseWeight(Moments variant);

  /** Whether the metric is near enough to its linear part. */
  abstract boolean tells(Moments variant);

  /** Sum of squared deviations of the metric's linear part. */
  final double squares(Moments variant) {
    double value = valueWeight(variant);
    double base = baseWeight(variant);
    Moments.Squares squares = variant.squares();
    return value * value * squares.value()
        + 2 * value * base * squares.valueBase()
        + base * base * squares.base();
  }

  /** Sum of products of deviations of the metric's linear part and of what was before. */
  final double withBefore(Moments variant) {
    return valueWeight(variant) * variant.squares().valueBefore()
        + baseWeight(variant) * variant.squares().baseBefore();
  }
}
