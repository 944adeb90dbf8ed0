package dev.attune.platform.personal;

import io.smallrye.mutiny.Uni;

/** Personal data that was taken behind a response and is on its way into its tables. */
public interface OnTheirWay {
  /** When all that waits now is in the tables. */
  Uni<Void> settled();
}
