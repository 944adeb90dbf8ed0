package dev.attune.models.counts;

import dev.attune.platform.error.ErrorCode;

/** Says why a file of models cannot be used. */
public final class UnfitShipment extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;

  UnfitShipment(ErrorCode code, String why) {
    super(why);
    this.code = code;
  }

  /** UNAVAILABLE, UNKNOWN_FORMAT or TRUNCATED. */
  public ErrorCode code() {
    return code;
  }
}
