package dev.attune.catalog.store.staged;

import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Fingerprints;
import dev.attune.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Items as lines for COPY, in its text format, with what tells their contents apart. */
public final class StagedRow {
  /** What a variant's row keeps of an item; the content hash is over this. */
  public static final String CONTENT =
      "product_id, title, description, brand, categories, tags, attributes, options, images, link,"
          + " price, currency, sale_price, sale_from, sale_until, cost, cost_currency,"
          + " availability, quantity, gtin, days_of_use";

  /** Columns of {@link #variant}. */
  public static final String VARIANT = "id, position, content_hash, row_hash, " + CONTENT;

  /** Columns of {@link #change}. */
  public static final String CHANGE =
      "nr, id, product_id, is_new, content_hash, link_handle, title_handle, id_handle";

  /** Columns of {@link #beside}. */
  public static final String BESIDE = "nr, id, product_id, is_new, prices, texts, relations";

  private static final byte[] LINE_END = {'\n'};
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final CopyText row = new CopyText();
  private final Map<List<String>, String> categories = new HashMap<>();
  private final Fingerprints fingerprints = new Fingerprints();

  private Item item;
  private byte[] content = {};
  private byte[] extras = {};
  private Fingerprint hash = new Fingerprint(0, 0);

  /** Of no item yet. */
  @SuppressWarnings("NullAway.Init") // given by read, before anything else
  public StagedRow() {}

  /** Takes the item whose lines are asked for next; returns what tells its content from others. */
  public Fingerprint read(Item next) {
    item = next;
    content = content(next).getBytes(StandardCharsets.UTF_8);
    Extras said = next.extras();
    extras =
        row.text(StagedExtras.prices(said))
            .text(StagedExtras.texts(said))
            .text(StagedExtras.relations(said))
            .take()
            .getBytes(StandardCharsets.UTF_8);
    hash = fingerprints.of(joined(content, '\t', extras, new byte[0]));
    return hash;
  }

  /** The line of the variant's table. */
  public byte[] variant(long number, @Nullable Fingerprint written) {
    String head =
        row.text(item.id())
            .number(number)
            .text(hash.toString())
            .text(written == null ? null : written.toString())
            .take();
    return joined(head.getBytes(StandardCharsets.UTF_8), '\t', content, LINE_END);
  }

  /** The line that notes how the item was written this time. */
  public byte[] rewritten(Fingerprint written) {
    String line = row.text(item.id()).text(written.toString()).take() + '\n';
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /** The line that says what is to be done with it. */
  public byte[] change(long number, boolean isNew) {
    String titleHandle = Slug.handle(item.title());
    String idHandle = Slug.handle(item.productId());
    return key(number, isNew)
        .text(hash.toString())
        .text(linkHandle(item))
        .text(titleHandle.isEmpty() ? "product" : titleHandle)
        .text(idHandle.isEmpty() ? "product" : idHandle)
        .take()
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the item says something beside its variant. */
  public boolean saysMore() {
    Extras said = item.extras();
    return !said.prices().isEmpty() || !said.texts().isEmpty() || !said.relations().isEmpty();
  }

  /** The line of what it says beside its variant. */
  public byte[] beside(long number, boolean isNew) {
    byte[] head = key(number, isNew).take().getBytes(StandardCharsets.UTF_8);
    return joined(head, '\t', extras, LINE_END);
  }

  private CopyText key(long number, boolean isNew) {
    return row.number(number).text(item.id()).text(item.productId()).text(isNew ? "t" : "f");
  }

  private static byte[] joined(byte[] head, char between, byte[] tail, byte[] end) {
    byte[] all = Arrays.copyOf(head, head.length + 1 + tail.length + end.length);
    all[head.length] = (byte) between;
    System.arraycopy(tail, 0, all, head.length + 1, tail.length);
    System.arraycopy(end, 0, all, head.length + 1 + tail.length, end.length);
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
        .text(StagedJson.attributes(item.attributes()))
        .text(StagedJson.options(item.options()))
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
}
