package dev.attune.profile;

/** Where a shopper stands with the shop. */
public enum Lifecycle {
  NEW,
  RETURNING,
  ONE_TIME_BUYER,
  LOYAL,
  VIP,
  LAPSING,
  LAPSED
}
