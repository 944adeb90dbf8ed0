package dev.attune.merchandising;

/** Whom something is meant for, by where a shopper stands with the shop. */
public enum Audience {
  EVERYONE,
  /** Never been here before this visit. */
  NEW,
  /** Been here before, not bought yet. */
  RETURNING,
  /** Bought at least once. */
  BUYER
}
