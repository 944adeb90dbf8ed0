package dev.attune.catalog.store.staged;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.catalog.Relation;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.LocalText;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Extras as JSON arrays of objects, named like the columns that they go to. */
final class StagedExtras {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StagedExtras() {}

  static @Nullable String prices(Extras extras) {
    return array(extras.prices(), StagedExtras::price);
  }

  static @Nullable String texts(Extras extras) {
    return array(extras.texts(), StagedExtras::text);
  }

  static @Nullable String relations(Extras extras) {
    return array(extras.relations(), StagedExtras::relation);
  }

  private static Map<String, @Nullable Object> price(MarketPrice stated) {
    Offer offer = stated.offer();
    Money regular = Objects.requireNonNull(offer.regular());
    Money sale = offer.sale();
    SaleWindow window = offer.window();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("currency", regular.currency().getCurrencyCode());
    row.put("country", stated.country() == null ? "" : stated.country());
    row.put("price", regular.minor());
    row.put("sale_price", sale == null ? null : sale.minor());
    row.put("sale_from", window == null ? null : time(window.from()));
    row.put("sale_until", window == null ? null : time(window.until()));
    return row;
  }

  private static Map<String, @Nullable Object> text(LocalText stated) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("locale", stated.locale());
    row.put("title", stated.title());
    row.put("description", stated.description());
    return row;
  }

  private static Map<String, @Nullable Object> relation(Relation stated) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("kind", stated.kind().name());
    row.put("target_id", stated.target().value());
    row.put("routine", stated.routine());
    row.put("step", stated.position());
    return row;
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static <T> @Nullable String array(
      List<T> all, Function<T, Map<String, @Nullable Object>> row) {
    try {
      return all.isEmpty() ? null : JSON.writeValueAsString(all.stream().map(row).toList());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Texts and numbers are always JSON", impossible);
    }
  }
}
