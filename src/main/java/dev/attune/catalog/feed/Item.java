package dev.attune.catalog.feed;

import dev.attune.catalog.Availability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a feed: a variant, and what it says about the product that it belongs to.
 *
 * @param id the variant's id, at most 255 characters
 * @param productId shared by the variants of one product, at most 255 characters
 * @param handle the product's name in addresses, where the feed gives one
 * @param categories paths of titles from the root down, {@code [Home, Lighting]}
 * @param images addresses, the main one first
 * @param options what a shopper chooses by, {@code color=Oat}
 * @param attributes everything else it says about itself
 * @param extras prices and texts of other markets, relations, days of use
 */
public record Item(
    String id,
    String productId,
    @Nullable String handle,
    String title,
    @Nullable String description,
    @Nullable String brand,
    List<List<String>> categories,
    List<String> tags,
    List<Detail> attributes,
    Map<String, String> options,
    List<String> images,
    @Nullable String link,
    Offer offer,
    Availability availability,
    @Nullable Integer quantity,
    @Nullable String gtin,
    Extras extras) {

  public Item {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    attributes = List.copyOf(attributes);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    images = List.copyOf(images);
    if (id.isBlank() || productId.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("An item needs an id, a product and a title");
    }
  }
}
