package dev.attune.catalog.feed;

import dev.attune.catalog.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row may say beyond one market and one product.
 *
 * @param prices beside the item's own, at most one for each currency and country
 * @param texts at most one for each locale
 * @param relations from the item's product to others, never to itself; a product of several items
 *     says them with its first
 * @param daysOfUse how long one is expected to last, null where nobody said
 */
public record Extras(
    List<MarketPrice> prices,
    List<LocalText> texts,
    List<Relation> relations,
    @Nullable Integer daysOfUse) {
  /** Most rows' extras. */
  public static final Extras NONE = new Extras(List.of(), List.of(), List.of(), null);

  public Extras {
    prices = List.copyOf(prices);
    texts = List.copyOf(texts);
    relations = List.copyOf(relations);
  }
}
