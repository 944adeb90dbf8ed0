package dev.attune.platform.error;

import org.jspecify.annotations.Nullable;

/** What went wrong, as a code, the offending field and a sentence that says what to do. */
public class AttuneException extends RuntimeException {
  private final transient Rejection rejection;

  public AttuneException(ErrorCode code, @Nullable String field, String message) {
    this(new Rejection(code, field, message), null);
  }

  public AttuneException(Rejection rejection, @Nullable Throwable cause) {
    super(rejection.message(), cause);
    this.rejection = rejection;
  }

  public Rejection rejection() {
    return rejection;
  }

  public ErrorCode code() {
    return rejection.code();
  }
}
