package dev.attune.catalog.store.staged;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item as a row of the staging table, {@link #COLUMNS} in their order, with its hash. */
public final class StagedRow {
  /** What a variant's row keeps of an item; the content hash is over this. */
  public static final String CONTENT =
      "product_id, title, description, brand, categories, tags, attributes, options, images, link,"
          + " price, currency, sale_price, sale_from, sale_until, cost, cost_currency,"
          + " availability, quantity, gtin, days_of_use";

  /** What tables beside the variant's keep of an item; in its hash as well. */
  private static final String BESIDE = "prices, texts, relations";

  public static final String COLUMNS =
      "nr, line, id, link_handle, title_handle, id_handle, content_hash, "
          + CONTENT
          + ", "
          + BESIDE;

  private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private long number;
  private final CopyText row = new CopyText();
  private final Map<List<String>, String> categories = new HashMap<>();
  private final MessageDigest digest = md5();

  /** The row's line for COPY, with its line end. */
  public byte[] of(long line, Item item) {
    byte[] kept = content(item).getBytes(StandardCharsets.UTF_8);
    String titleHandle = Slug.handle(item.title());
    String idHandle = Slug.handle(item.productId());
    String head =
        row.number(++number)
            .number(line)
            .text(item.id())
            .text(linkHandle(item))
            .text(titleHandle.isEmpty() ? "product" : titleHandle)
            .text(idHandle.isEmpty() ? "product" : idHandle)
            .text(hash(kept).toString())
            .take();
    byte[] key = (head + '\t').getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(key, key.length + kept.length + 1);
    System.arraycopy(kept, 0, all, key.length, kept.length);
    all[all.length - 1] = '\n';
    return all;
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
        .texts(categories(item.categories()))
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
        .number(item.extras().daysOfUse())
        .text(StagedExtras.prices(item.extras()))
        .text(StagedExtras.texts(item.extras()))
        .text(StagedExtras.relations(item.extras()))
        .take();
  }

  private List<String> categories(List<List<String>> paths) {
    List<String> ids = new ArrayList<>(paths.size());
    for (List<String> path : paths) {
      ids.add(categories.computeIfAbsent(path, any -> CategoryPath.id(any).value()));
    }
    return ids;
  }

  /**
   * The handle that the item names, else the last part of its link, where it reads like a name and
   * not like the id.
   */
  private static @Nullable String linkHandle(Item item) {
    if (item.handle() != null || item.link() == null) {
      return item.handle();
    }
    String segment = lastSegment(item.link());
    boolean name =
        SLUG.matcher(segment).matches()
            && segment.chars().anyMatch(c -> c >= 'a')
            && !segment.equalsIgnoreCase(item.id())
            && !segment.equalsIgnoreCase(item.productId());
    return name ? segment : null;
  }

  /** Without a query, a fragment, a slash at the end, or {@code .html}. */
  private static String lastSegment(String link) {
    int end = link.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = link.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    end = end > 0 && link.charAt(end - 1) == '/' ? end - 1 : end;
    String segment = link.substring(link.lastIndexOf('/', end - 1) + 1, end);
    int suffix = segment.endsWith(".html") ? 5 : segment.endsWith(".htm") ? 4 : 0;
    return segment.substring(0, segment.length() - suffix);
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
  private UUID hash(byte[] content) {
    byte[] hash = digest.digest(content);
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
