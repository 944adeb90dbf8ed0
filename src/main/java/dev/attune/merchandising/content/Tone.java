package dev.attune.merchandising.content;

/** How loud a badge is. */
public enum Tone {
  NEUTRAL,
  POSITIVE,
  URGENT,
  PRICE,
  MEMBER
}
