package dev.attune.record;

import java.util.EnumMap;
import java.util.Map;

/** What is known of one candidate: a value for each feature, 0 where nothing was said. */
public final class Features {
  private static final Feature[] ALL = Feature.values();

  private final double[] values;

  private Features(double[] values) {
    this.values = values;
  }

  /** What is being found out of one candidate, by one thread. */
  public static final class Sheet {
    private double[] values = new double[ALL.length];
    private boolean read;

    public void put(Feature feature, double value) {
      if (read) {
        values = values.clone();
        read = false;
      }
      values[feature.ordinal()] = finite(feature, value);
    }

    /** Notes a value where it is larger than the one that is there. */
    public void raise(Feature feature, double value) {
      if (!(value <= values[feature.ordinal()])) {
        put(feature, value);
      }
    }

    public void flag(Feature flag, boolean set) {
      put(flag, set ? 1 : 0);
    }

    /** What is written so far. */
    public Features read() {
      read = true;
      return new Features(values);
    }
  }

  /** Nothing is known yet. */
  public static Features none() {
    return new Features(new double[ALL.length]);
  }

  /** Those of a recorded candidate. */
  public static Features of(Map<Feature, Double> known) {
    double[] values = new double[ALL.length];
    known.forEach((feature, value) -> values[feature.ordinal()] = finite(feature, value));
    return new Features(values);
  }

  public double get(Feature feature) {
    return values[feature.ordinal()];
  }

  public boolean is(Feature flag) {
    return values[flag.ordinal()] > 0;
  }

  /** The same with one value replaced. */
  public Features with(Feature feature, double value) {
    double[] copy = values.clone();
    copy[feature.ordinal()] = finite(feature, value);
    return new Features(copy);
  }

  public Features with(Feature flag, boolean set) {
    return with(flag, set ? 1 : 0);
  }

  /** Both together: of each feature the larger value. */
  public Features max(Features other) {
    double[] larger = values.clone();
    for (int i = 0; i < larger.length; i++) {
      larger[i] = Math.max(larger[i], other.values[i]);
    }
    return new Features(larger);
  }

  /**
   * The same without what rests on a shopper, this visit's and earlier ones': what is left ranks
   * for nobody in particular. What must not be shown stays said.
   */
  public Features impersonal() {
    double[] copy = values.clone();
    for (Feature feature : ALL) {
      if (feature.basis().compareTo(Basis.SESSION) <= 0 && !feature.hides()) {
        copy[feature.ordinal()] = 0;
      }
    }
    return new Features(copy);
  }

  /** Every feature that is not 0. */
  public Map<Feature, Double> known() {
    Map<Feature, Double> known = new EnumMap<>(Feature.class);
    for (Feature feature : ALL) {
      if (values[feature.ordinal()] != 0) {
        known.put(feature, values[feature.ordinal()]);
      }
    }
    return known;
  }

  private static double finite(Feature feature, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(feature + " must be a number, not " + value);
    }
    return value;
  }
}
