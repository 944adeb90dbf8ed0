package dev.attune.platform.error;

/** Somebody else wrote in between: what the writer saw is no longer what is there. */
public final class StaleVersion extends AttuneException {
  private final int expected;
  private final int present;

  /**
   * @param id of what was to be written
   * @param present the version that is there, 0 where nothing is
   * @param expected the version that the writer saw
   */
  public StaleVersion(String id, int present, int expected) {
    super(
        ErrorCode.STALE_VERSION,
        "expectedVersion",
        "%s is at version %d, not %d: read it again".formatted(id, present, expected));
    this.expected = expected;
    this.present = present;
  }

  public int expected() {
    return expected;
  }

  public int present() {
    return present;
  }
}
