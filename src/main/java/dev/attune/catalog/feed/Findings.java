package dev.attune.catalog.feed;

import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one row: the first thing that refuses it, and the fields it loses. */
public final class Findings {
  private final List<Rejection> warnings = new ArrayList<>(0);
  private @Nullable Rejection refusal;

  public void refuse(ErrorCode code, String field, String message) {
    if (refusal == null) {
      refusal = new Rejection(code, field, message);
    }
  }

  public void warn(ErrorCode code, String field, String message) {
    warnings.add(new Rejection(code, field, message));
  }

  public @Nullable Rejection refusal() {
    return refusal;
  }

  public List<Rejection> warnings() {
    return warnings;
  }
}
