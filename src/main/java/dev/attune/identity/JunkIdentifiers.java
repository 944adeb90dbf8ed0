package dev.attune.identity;

/** Counts values that clients send as ids and that identify nobody. */
public interface JunkIdentifiers {
  /** One was sent; returns at once, and is written down a little later. */
  void seen(String value);
}
