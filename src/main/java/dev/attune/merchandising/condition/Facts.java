package dev.attune.merchandising.condition;

import org.jspecify.annotations.Nullable;

/** What a condition is asked about, field by field; a field is computed only when it is read. */
@FunctionalInterface
public interface Facts {
  /** The value of a field such as {@code product.brand}, null where these facts do not have it. */
  @Nullable Object get(String field);

  /** These, and the others for what these do not have. */
  default Facts or(Facts others) {
    return field -> {
      @Nullable Object mine = get(field);
      return mine == null ? others.get(field) : mine;
    };
  }
}
