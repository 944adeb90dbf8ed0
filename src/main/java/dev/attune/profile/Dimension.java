package dev.attune.profile;

/** What a taste can be about. */
public enum Dimension {
  CATEGORY,
  BRAND,
  ATTRIBUTE
}
