package dev.attune.search.text.vocabulary;

/** The parts of a product that are searched. */
public enum TextPart {
  TITLE,
  BRAND,
  CATEGORY,
  ATTRIBUTES,
  DESCRIPTION
}
