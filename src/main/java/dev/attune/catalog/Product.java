package dev.attune.catalog;

import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A product as shoppers know it, with all its variants.
 *
 * @param categories its leaf categories, the main one first; empty where the feed has none
 * @param variants at least one, in the feed's order
 * @param addedAt when the shop first had it
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
    Instant addedAt) {
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

  /** At least one variant can be bought. */
  public boolean forSale() {
    for (Variant variant : variants) {
      if (variant.forSale()) {
        return true;
      }
    }
    return false;
  }

  /** At least one variant has a price. */
  public boolean priced() {
    return lowestPrice().isPresent();
  }

  /** The lowest price over all variants that have one. */
  public Optional<Money> lowestPrice() {
    return variants.stream()
        .map(Variant::price)
        .filter(price -> price != null)
        .min(Comparator.naturalOrder());
  }

  /** The leaf category it mainly belongs to. */
  public Optional<CategoryId> mainCategory() {
    return categories.isEmpty() ? Optional.empty() : Optional.of(categories.get(0));
  }
}
