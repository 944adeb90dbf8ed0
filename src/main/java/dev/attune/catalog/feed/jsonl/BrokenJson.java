package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a line cannot be read as JSON, and where in it. */
final class BrokenJson {
  private BrokenJson() {}

  static String sentence(JsonProcessingException broken) {
    @Nullable JsonLocation at = broken.getLocation();
    String place = at == null || at.getColumnNr() <= 0 ? "" : " at column " + at.getColumnNr();
    return "This line is not one JSON object: " + what(broken) + place;
  }

  private static String what(JsonProcessingException broken) {
    boolean ended = broken.getOriginalMessage().startsWith("Unexpected end-of-input");
    if (ended || broken instanceof JsonEOFException) {
      return "it ends too early,";
    }
    if (broken instanceof StreamConstraintsException) {
      return "it is nested too deeply, or a number or name in it is too long,";
    }
    if (broken instanceof MismatchedInputException) {
      return broken.getOriginalMessage().startsWith("Duplicate field")
          ? "a field stands in it twice, the second time"
          : "something stands behind its end";
    }
    return "it cannot be read on";
  }
}
