package dev.attune.catalog.health;

/** What must not act on a category whose data it lacks. */
public enum Gate {
  /** Ranking by margin, where fewer than four of five products have a cost. */
  MARGIN("costs"),
  /** Complements by relations, where no product has any. */
  COMPATIBILITY("relations");

  private final String missing;

  Gate(String missing) {
    this.missing = missing;
  }

  /** What it lacks. */
  public String missing() {
    return missing;
  }
}
