package dev.attune.search;

/**
 * What typing so far may mean.
 *
 * @param id of the product, the category, the brand's name, or the query
 */
public record Suggestion(String text, Kind kind, String id) {
  /** What is suggested. */
  public enum Kind {
    CATEGORY,
    BRAND,
    PRODUCT,
    /** What others searched and found. */
    QUERY
  }
}
