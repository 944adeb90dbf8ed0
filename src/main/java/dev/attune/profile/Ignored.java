package dev.attune.profile;

/**
 * Something that was put before the shopper again and again, who did not take it.
 *
 * @param subject a global id; of heroes and other content also the plain id, as it was sent
 * @param times how often since the shopper last took it, at least 2
 */
public record Ignored(String subject, int times) {
  /** How much of a thing's appeal is left after it was shown once more and not taken. */
  private static final double LEFT = 0.85;

  public Ignored {
    if (times < 2) {
      throw new IllegalArgumentException("What was shown once is not ignored");
    }
  }

  /** How much of its appeal something has lost that was ignored so often, 0 to 1. */
  public static double lost(double times) {
    return 1 - Math.pow(LEFT, times);
  }
}
