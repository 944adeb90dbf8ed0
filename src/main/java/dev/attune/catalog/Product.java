package dev.attune.catalog;

import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product as shoppers know it, with all its variants.
 *
 * @param categories its leaf categories, the main one first; empty where the feed has none
 * @param variants at least one, in the feed's order
 * @param addedAt when the shop first had it
 * @param daysOfUse how long one is expected to last, null where nobody said
 */
public record Product(
    ProductId id,
    String handle,
    String title,
    @Nullable String description,
    @Nullable String brand,
    List<CategoryId> categories,
    List<String> tags,
    List<Attribute> attributes,
    List<Picture> images,
    @Nullable String link,
    List<Variant> variants,
    List<Relation> relations,
    Instant addedAt,
    @Nullable Integer daysOfUse) {
  public Product {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    attributes = List.copyOf(attributes);
    images = List.copyOf(images);
    variants = List.copyOf(variants);
    relations = List.copyOf(relations);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("Product " + id + " needs a variant");
    }
  }

  /** As {@link Product} with all parts, where nobody said how long one lasts. */
  public Product(
      ProductId id,
      String handle,
      String title,
      @Nullable String description,
      @Nullable String brand,
      List<CategoryId> categories,
      List<String> tags,
      List<Attribute> attributes,
      List<Picture> images,
      @Nullable String link,
      List<Variant> variants,
      List<Relation> relations,
      Instant addedAt) {
    this(
        id,
        handle,
        title,
        description,
        brand,
        categories,
        tags,
        attributes,
        images,
        link,
        variants,
        relations,
        addedAt,
        null);
  }

  /** This product with other variants: other prices, other stock. */
  public Product with(List<Variant> others) {
    return copy(title, description, others, relations);
  }

  /** This product in other words. */
  public Product called(String name, @Nullable String text) {
    return copy(name, text, variants, relations);
  }

  /** This product with other relations. */
  public Product relating(List<Relation> others) {
    return copy(title, description, variants, others);
  }

  private Product copy(
      String name, @Nullable String text, List<Variant> sold, List<Relation> related) {
    return new Product(
        id,
        handle,
        name,
        text,
        brand,
        categories,
        tags,
        attributes,
        images,
        link,
        sold,
        related,
        addedAt,
        daysOfUse);
  }

  /** At least one variant can be bought. */
  public boolean forSale() {
    for (Variant variant : variants) {
      if (variant.forSale()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The share of its price that is left after its cost, 0 to 1, of the first variant that has both
   * in one currency; 0 without one.
   */
  public double margin() {
    for (Variant variant : variants) {
      Money price = variant.price();
      Money cost = variant.cost();
      if (price != null
          && cost != null
          && price.minor() > 0
          && price.currency().equals(cost.currency())) {
        return Math.max(0, 1 - (double) cost.minor() / price.minor());
      }
    }
    return 0;
  }

  /** At least one variant has a price. */
  public boolean priced() {
    return lowestPrice().isPresent();
  }

  /**
   * The lowest price over all variants that have one in the currency of the first of them: feeds
   * are free to name another one in every row.
   */
  public Optional<Money> lowestPrice() {
    @Nullable Money lowest = null;
    for (Variant variant : variants) {
      @Nullable Money price = variant.price();
      if (price != null
          && (lowest == null
              || (price.currency().equals(lowest.currency()) && price.compareTo(lowest) < 0))) {
        lowest = price;
      }
    }
    return Optional.ofNullable(lowest);
  }

  /** The leaf category it mainly belongs to. */
  public Optional<CategoryId> mainCategory() {
    return categories.isEmpty() ? Optional.empty() : Optional.of(categories.get(0));
  }
}
