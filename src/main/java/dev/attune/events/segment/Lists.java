package dev.attune.events.segment;

import dev.attune.events.OrderLine;
import dev.attune.events.ShopEvent;
import dev.attune.events.ShopEvent.CategoryViewed;
import dev.attune.events.ShopEvent.Impression;
import dev.attune.events.ShopEvent.ListFiltered;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of products that were opened or narrowed. */
final class Lists {
  private Lists() {}

  /** A category where the event names one, else the impression of the products that it lists. */
  static ShopEvent viewed(Fields properties) {
    String category = category(properties);
    if (category != null) {
      return new CategoryViewed(category);
    }
    List<OrderLine> shown = Lines.all(properties);
    if (shown.isEmpty()) {
      throw properties.missing("category");
    }
    return new Impression(shown.stream().map(OrderLine::product).toList(), false);
  }

  static ShopEvent filtered(Fields properties) {
    List<String> filters =
        properties.children("filters").stream()
            .map(filter -> filter.requiredId("type") + "=" + filter.requiredId("value"))
            .toList();
    return new ListFiltered(category(properties), filters);
  }

  private static @Nullable String category(Fields properties) {
    String sent =
        properties.text("category", "item_category", "list_id", "item_list_id", "item_list_name");
    return sent == null ? null : GlobalId.local(NodeType.CATEGORY, sent).orElse(sent);
  }
}
