package dev.attune.catalog.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.feed.Slug;
import dev.attune.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item as a row of the staging table, {@link #COLUMNS} in their order, with its hash. */
final class StagedRow {
  /** What a variant's row keeps of an item; the content hash is over exactly this. */
  static final String CONTENT =
      "product_id, title, description, brand, categories, tags, attributes, options, images, link,"
          + " price, currency, sale_price, sale_from, sale_until, cost, cost_currency,"
          + " availability, quantity, gtin";

  static final String COLUMNS =
      "line, id, link_handle, title_handle, id_handle, content_hash, " + CONTENT;

  private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
  private static final Pattern LAST_SEGMENT =
      Pattern.compile("([^/?#]+?)(?:\\.html?)?/?(?:[?#].*)?$");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final CopyText row = new CopyText();
  private final MessageDigest digest = md5();

  /** The row's line for COPY, with its line end. */
  byte[] of(long line, Item item) {
    String content = content(item);
    String titleHandle = Slug.handle(item.title());
    String idHandle = Slug.handle(item.productId());
    String head =
        row.number(line)
            .text(item.id())
            .text(linkHandle(item))
            .text(titleHandle.isEmpty() ? "product" : titleHandle)
            .text(idHandle.isEmpty() ? "product" : idHandle)
            .text(hash(content).toString())
            .take();
    return (head + '\t' + content + '\n').getBytes(StandardCharsets.UTF_8);
  }

  private String content(Item item) {
    Offer offer = item.offer();
    Money price = offer.regular();
    Money sale = offer.sale();
    SaleWindow window = offer.window();
    Money cost = offer.cost();
    return row.text(item.productId())
        .text(item.title())
        .text(item.description())
        .text(item.brand())
        .texts(item.categories().stream().map(path -> CategoryPath.id(path).value()).toList())
        .texts(item.tags())
        .text(attributes(item.attributes()))
        .text(options(item.options()))
        .texts(item.images())
        .text(item.link())
        .number(price == null ? null : price.minor())
        .text(price == null ? null : price.currency().getCurrencyCode())
        .number(sale == null ? null : sale.minor())
        .time(window == null ? null : window.from())
        .time(window == null ? null : window.until())
        .number(cost == null ? null : cost.minor())
        .text(cost == null ? null : cost.currency().getCurrencyCode())
        .text(item.availability().name().toLowerCase(Locale.ROOT))
        .number(item.quantity())
        .text(item.gtin())
        .take();
  }

  /** The last part of the item's link, where it reads like a name and not like the id. */
  private static @Nullable String linkHandle(Item item) {
    if (item.link() == null) {
      return null;
    }
    Matcher matcher = LAST_SEGMENT.matcher(item.link());
    if (!matcher.find()) {
      return null;
    }
    String segment = matcher.group(1);
    boolean name =
        SLUG.matcher(segment).matches()
            && segment.chars().anyMatch(c -> c >= 'a')
            && !segment.equalsIgnoreCase(item.id())
            && !segment.equalsIgnoreCase(item.productId());
    return name ? segment : null;
  }

  private static String attributes(List<Detail> details) {
    StringBuilder json = new StringBuilder("[");
    for (Detail detail : details) {
      json.append(json.length() == 1 ? "[" : ",[");
      string(json, detail.label());
      for (String value : detail.values()) {
        string(json.append(','), value);
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static String options(Map<String, String> options) {
    StringBuilder json = new StringBuilder("{");
    options.forEach(
        (name, value) -> {
          string(json.length() == 1 ? json : json.append(','), name);
          string(json.append(':'), value);
        });
    return json.append('}').toString();
  }

  private static void string(StringBuilder json, String text) {
    json.append('"').append(JSON.quoteAsString(text)).append('"');
  }

  /** Tells changed rows from unchanged ones; nobody has an interest in forging it. */
  private UUID hash(String content) {
    byte[] hash = digest.digest(content.getBytes(StandardCharsets.UTF_8));
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | (hash[i] & 0xff);
      low = low << 8 | (hash[i + 8] & 0xff);
    }
    return new UUID(high, low);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
