package dev.attune.catalog;

/** The shop's own id of a product: the feed's {@code item_group_id}, or {@code id} without one. */
public record ProductId(String value) implements Comparable<ProductId> {
  public ProductId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A product id is not blank");
    }
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
