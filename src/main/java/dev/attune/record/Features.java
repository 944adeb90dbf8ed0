package dev.attune.record;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is known of one candidate: a value for each feature, 0 where nothing was said. Only what is
 * not 0 takes room: a page describes some 500 candidates, of which each has a dozen features.
 */
public final class Features {
  private static final Feature[] ALL = Feature.values();

  /** What does not rest on a shopper, a bit for each feature by its ordinal. */
  private static final long ANYBODYS = anybodys();

  private static final Features NONE = new Features(0, new double[0]);

  /** Which features are not 0, a bit for each by its ordinal. */
  private final long said;

  /** The values of these, in the order of the features. */
  private final double[] values;

  private Features(long said, double[] values) {
    this.said = said;
    this.values = values;
  }

  private static long anybodys() {
    if (ALL.length > Long.SIZE) {
      throw new IllegalStateException("A feature is a bit of a long");
    }
    long anybodys = 0;
    for (Feature feature : ALL) {
      if (feature.basis().compareTo(Basis.SESSION) > 0 || feature.hides()) {
        anybodys |= bit(feature);
      }
    }
    return anybodys;
  }

  /** What is being found out of candidates, one after the other, by one thread. */
  public static final class Sheet {
    private final double[] values = new double[ALL.length];
    private long said;

    public void put(Feature feature, double value) {
      values[feature.ordinal()] = finite(feature, value);
      said = value == 0 ? said & ~bit(feature) : said | bit(feature);
    }

    /** Notes a value where it is larger than the one that is there. */
    public void raise(Feature feature, double value) {
      if (!(value <= ((said & bit(feature)) == 0 ? 0 : values[feature.ordinal()]))) {
        put(feature, value);
      }
    }

    public void flag(Feature flag, boolean set) {
      if (set) {
        values[flag.ordinal()] = 1;
        said |= bit(flag);
      } else {
        said &= ~bit(flag);
      }
    }

    /** What is written so far. */
    public Features read() {
      double[] all = new double[Long.bitCount(said)];
      int at = 0;
      for (long left = said; left != 0; left &= left - 1) {
        all[at++] = values[Long.numberOfTrailingZeros(left)];
      }
      return new Features(said, all);
    }

    /** Begins with the next candidate, of which nothing is known yet. */
    public void clear() {
      said = 0;
    }
  }

  /** Nothing is known yet. */
  public static Features none() {
    return NONE;
  }

  /** Those of a recorded candidate. */
  public static Features of(Map<Feature, Double> known) {
    long said = 0;
    for (Map.Entry<Feature, Double> entry : known.entrySet()) {
      said |= finite(entry.getKey(), entry.getValue()) == 0 ? 0 : bit(entry.getKey());
    }
    Features features = new Features(said, new double[Long.bitCount(said)]);
    for (Map.Entry<Feature, Double> entry : known.entrySet()) {
      if (entry.getValue() != 0) {
        features.values[features.place(entry.getKey())] = entry.getValue();
      }
    }
    return features;
  }

  public double get(Feature feature) {
    return (said & bit(feature)) == 0 ? 0 : values[place(feature)];
  }

  public boolean is(Feature flag) {
    return get(flag) > 0;
  }

  /** The same with one value replaced. */
  public Features with(Feature feature, double value) {
    finite(feature, value);
    long bit = bit(feature);
    int place = place(feature);
    if ((said & bit) == 0) {
      return value == 0 ? this : new Features(said | bit, around(place, 1, 0, value));
    }
    if (value == 0) {
      return new Features(said & ~bit, around(place, 0, 1, 0));
    }
    double[] copy = values.clone();
    copy[place] = value;
    return new Features(said, copy);
  }

  /** The values with one more at a place, or without the one that is there. */
  private double[] around(int place, int more, int less, double value) {
    double[] copy = new double[values.length + more - less];
    System.arraycopy(values, 0, copy, 0, place);
    System.arraycopy(values, place + less, copy, place + more, values.length - place - less);
    if (more > 0) {
      copy[place] = value;
    }
    return copy;
  }

  public Features with(Feature flag, boolean set) {
    return with(flag, set ? 1 : 0);
  }

  /** Both together: of each feature the larger value. */
  public Features max(Features other) {
    if (other.said == 0 && !anyNegative()) {
      return this;
    }
    Sheet sheet = new Sheet();
    for (long left = said | other.said; left != 0; left &= left - 1) {
      Feature feature = ALL[Long.numberOfTrailingZeros(left)];
      sheet.put(feature, Math.max(get(feature), other.get(feature)));
    }
    return sheet.read();
  }

  private boolean anyNegative() {
    for (double value : values) {
      if (value < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same without what rests on a shopper, this visit's and earlier ones': what is left ranks
   * for nobody in particular. What must not be shown stays said.
   */
  public Features impersonal() {
    Sheet sheet = new Sheet();
    for (long left = said & ANYBODYS; left != 0; left &= left - 1) {
      Feature feature = ALL[Long.numberOfTrailingZeros(left)];
      sheet.put(feature, get(feature));
    }
    return sheet.read();
  }

  /** Every feature that is not 0. */
  public Map<Feature, Double> known() {
    Map<Feature, Double> known = new EnumMap<>(Feature.class);
    for (long left = said; left != 0; left &= left - 1) {
      Feature feature = ALL[Long.numberOfTrailingZeros(left)];
      known.put(feature, get(feature));
    }
    return known;
  }

  private int place(Feature feature) {
    return Long.bitCount(said & (bit(feature) - 1));
  }

  private static long bit(Feature feature) {
    return 1L << feature.ordinal();
  }

  private static double finite(Feature feature, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(feature + " must be a number, not " + value);
    }
    return value;
  }
}
