package dev.attune.catalog;

/** A category's id, which is also its handle: the path's words joined, {@code home-lighting}. */
public record CategoryId(String value) implements Comparable<CategoryId> {
  public CategoryId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A category id is not blank");
    }
  }

  @Override
  public int compareTo(CategoryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
