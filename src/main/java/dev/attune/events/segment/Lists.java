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

  /**
   * A category where the event names one, else the impression of the products that it lists; what
   * only has a list's name is taken for that category's.
   */
  static ShopEvent viewed(Fields properties) {
    String category = id(properties.text("category", "item_category"));
    if (category != null) {
      return new CategoryViewed(category);
    }
    List<OrderLine> shown = Lines.all(properties);
    if (!shown.isEmpty()) {
      return new Impression(shown.stream().map(OrderLine::product).toList(), false);
    }
    String list = category(properties);
    if (list == null) {
      throw properties.missing("category");
    }
    return new CategoryViewed(list);
  }

  static ShopEvent filtered(Fields properties) {
    List<String> filters =
        properties.children("filters").stream()
            .map(filter -> filter.requiredId("type") + "=" + filter.requiredId("value"))
            .toList();
    return new ListFiltered(category(properties), filters);
  }

  private static @Nullable String category(Fields properties) {
    return id(
        properties.text("category", "item_category", "list_id", "item_list_id", "item_list_name"));
  }

  private static @Nullable String id(@Nullable String sent) {
    return sent == null ? null : GlobalId.local(NodeType.CATEGORY, sent).orElse(sent);
  }
}
