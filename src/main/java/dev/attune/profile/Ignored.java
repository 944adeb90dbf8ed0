package dev.attune.profile;

/**
 * Something that was put before the shopper again and again, who did not take it.
 *
 * @param subject a global id
 * @param times how often since the shopper last took it, at least 2
 */
public record Ignored(String subject, int times) {
  public Ignored {
    if (times < 2) {
      throw new IllegalArgumentException("What was shown once is not ignored");
    }
  }
}
