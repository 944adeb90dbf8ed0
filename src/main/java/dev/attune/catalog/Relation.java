package dev.attune.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a merchant says that two products have to do with each other.
 *
 * @param routine the routine's name where {@code kind} is {@code ROUTINE_STEP}
 * @param position the step's place in the routine, from 1
 */
public record Relation(
    Kind kind, ProductId target, @Nullable String routine, @Nullable Integer position) {
  /** The kinds of relations. */
  public enum Kind {
    ACCESSORY_OF,
    COMPATIBLE_WITH,
    ROUTINE_STEP,
    REPLACES,
    /** Compatible because its attribute {@code fits} names the other's model; never stated. */
    FITS
  }
}
