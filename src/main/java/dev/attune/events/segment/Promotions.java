package dev.attune.events.segment;

import dev.attune.events.ShopEvent;
import dev.attune.events.ShopEvent.Impression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Heroes, banners and offers, which both vocabularies call promotions. */
final class Promotions {
  private Promotions() {}

  static ShopEvent viewed(Fields properties) {
    String own = own(properties);
    if (own != null) {
      return new Impression(List.of(own), true);
    }
    List<String> subjects = new ArrayList<>();
    for (Fields item : properties.children("products", "items")) {
      subjects.add(item.requiredId("promotion_id", "promotion_name", "item_id", "product_id"));
    }
    if (subjects.isEmpty()) {
      throw properties.missing("promotion_id");
    }
    return new Impression(subjects, true);
  }

  /** What was clicked. */
  static String subject(Fields properties) {
    String own = own(properties);
    if (own != null) {
      return own;
    }
    List<Fields> items = properties.children("items");
    return items.isEmpty()
        ? properties.requiredId("promotion_id")
        : items.get(0).requiredId("promotion_id", "promotion_name", "item_id");
  }

  private static @Nullable String own(Fields properties) {
    return properties.id(
        "promotion_id",
        "hero_id",
        "offer_id",
        "content_id",
        "id",
        "promotion_name",
        "creative_name",
        "creative",
        "name");
  }
}
