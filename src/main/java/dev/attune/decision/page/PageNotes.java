package dev.attune.decision.page;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What was found out for one list of a page and is true for its other lists. For one thread at a
 * time.
 */
public final class PageNotes {
  private final Map<Class<?>, Object> notes = new HashMap<>();

  /**
   * The note of a kind.
   *
   * @param holds whether an earlier one is true here, too
   * @param found what is noted where there is none
   */
  public <T> T of(Class<T> kind, Predicate<T> holds, Supplier<T> found) {
    Object known = notes.get(kind);
    if (known != null && holds.test(kind.cast(known))) {
      return kind.cast(known);
    }
    T note = found.get();
    notes.put(kind, note);
    return note;
  }
}
