package dev.attune.catalog.snapshot.shared;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives equal values one object, while a snapshot is built: brands, attributes, options, ids. */
public final class Shared {
  private final Map<Object, Object> known = new HashMap<>();

  /** The first value that was equal to this one. */
  @SuppressWarnings("unchecked") // equal values of these final types have one class
  public <T> T one(T value) {
    Object first = known.putIfAbsent(value, value);
    return first == null ? value : (T) first;
  }

  public @Nullable String oneOrNull(@Nullable String value) {
    return value == null ? null : one(value);
  }
}
