package dev.attune.catalog.feed;

import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.text.Gtin;
import dev.attune.catalog.feed.text.PlainText;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that the fields of an item keep in every format. */
public final class ItemFields {
  /** Characters of an id; as many as Google Merchant allows. */
  public static final int MAX_ID = 50;

  /** Characters of an id or handle of a shop system that allows more than Google Merchant. */
  public static final int MAX_LONG_ID = 255;

  /** Characters of a description's text; four times what Google Merchant shows. */
  public static final int MAX_DESCRIPTION = 20_000;

  private static final int MAX_TITLE = 1_000;
  private static final int MAX_ADDRESS = 2_000;
  private static final int MAX_CATEGORIES = 10;
  private static final int MAX_CATEGORY = 200;

  /** Characters of a whole path, so that its id fits a page of an index. */
  private static final int MAX_PATH = 800;

  private static final char UNREADABLE = '\uFFFD';
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

  private final Findings findings;

  public ItemFields(Findings findings) {
    this.findings = findings;
  }

  /** The stripped text without null characters, for which PostgreSQL has no place in a text. */
  public static String clean(String text) {
    return (text.indexOf('\0') < 0 ? text : text.replace("\0", "")).strip();
  }

  public static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  /** Refuses an id that is too long or no name; an empty one is for the caller to judge. */
  public String id(String field, String id, int longest) {
    if (id.length() > longest) {
      findings.refuse(
          ErrorCode.TOO_LONG, field, "An id has at most %d characters".formatted(longest));
    }
    if (hasControls(id)) {
      findings.refuse(ErrorCode.INVALID_VALUE, field, "An id has no line breaks or tabs in it");
    }
    if (id.indexOf(UNREADABLE) >= 0) {
      findings.refuse(ErrorCode.INVALID_ENCODING, field, "Not readable as text: " + Quoted.of(id));
    }
    return id;
  }

  private static boolean hasControls(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a missing title and one that is too long. */
  public String title(String field, String text) {
    String title = PlainText.line(readable(field, text));
    if (title.isEmpty()) {
      findings.refuse(ErrorCode.MISSING_FIELD, field, "Every product needs a title");
    }
    if (title.length() > MAX_TITLE) {
      findings.refuse(ErrorCode.TOO_LONG, field, "A title has at most 1,000 characters");
    }
    return title;
  }

  /** The text of the HTML; what is beyond {@link #MAX_DESCRIPTION} is cut off. */
  public @Nullable String description(String field, String html) {
    String text = PlainText.of(readable(field, html));
    if (text.length() > MAX_DESCRIPTION) {
      findings.warn(
          ErrorCode.TOO_LONG,
          field,
          "A description has at most 20,000 characters; the rest is left out");
      boolean half = Character.isHighSurrogate(text.charAt(MAX_DESCRIPTION - 1));
      text = text.substring(0, half ? MAX_DESCRIPTION - 1 : MAX_DESCRIPTION).strip();
    }
    return blankToNull(text);
  }

  /** One line of text. */
  public @Nullable String line(String field, String text) {
    return blankToNull(PlainText.line(readable(field, text)));
  }

  /** Drops an address that is too long. */
  public @Nullable String address(String field, String text) {
    if (text.length() > MAX_ADDRESS) {
      findings.warn(ErrorCode.TOO_LONG, field, "An address has at most 2,000 characters");
      return null;
    }
    return blankToNull(text);
  }

  /** Distinct addresses, without those that are too long. */
  public List<String> addresses(String field, List<String> texts) {
    List<String> addresses = new ArrayList<>(texts.size());
    for (String text : texts) {
      String address = address(field, text.strip());
      if (address != null && !addresses.contains(address)) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  /** Null for an empty text; 0 for one below it, with a warning; refuses what is no number. */
  public @Nullable Integer quantity(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      findings.refuse(
          ErrorCode.INVALID_VALUE,
          field,
          "A quantity is a whole number from 0 on, not " + Quoted.of(text));
      return null;
    }
    int quantity = Integer.parseInt(text);
    if (quantity < 0) {
      findings.warn(
          ErrorCode.INVALID_VALUE,
          field,
          "A quantity is a whole number from 0 on; " + Quoted.of(text) + " is taken for 0");
    }
    return Math.max(0, quantity);
  }

  /** As the text says; for an empty one as the quantity says. Refuses other words. */
  public Availability availability(String field, String text, @Nullable Integer quantity) {
    if (text.isEmpty()) {
      boolean none = quantity != null && quantity == 0;
      return none ? Availability.OUT_OF_STOCK : Availability.IN_STOCK;
    }
    return Availability.parse(text)
        .orElseGet(
            () -> {
              findings.refuse(
                  ErrorCode.INVALID_VALUE,
                  field,
                  "Availability is in_stock, out_of_stock, preorder or backorder, not "
                      + Quoted.of(text));
              return Availability.OUT_OF_STOCK;
            });
  }

  /** The digits; drops what is no GTIN. */
  public @Nullable String gtin(String field, String text) {
    String digits = text.replace(" ", "").replace("-", "");
    if (text.isEmpty() || Gtin.valid(digits)) {
      return blankToNull(digits);
    }
    findings.warn(
        ErrorCode.INVALID_VALUE,
        field,
        "A GTIN has 8, 12, 13 or 14 digits and a fitting check digit, not " + Quoted.of(text));
    return null;
  }

  /** Distinct paths; cuts one that comes back to itself, drops one that is too long or deep. */
  public List<List<String>> categories(String field, List<List<String>> paths) {
    List<List<String>> kept = new ArrayList<>(paths.size());
    for (List<String> path : paths) {
      List<String> straight = CategoryPath.withoutCycle(path);
      if (straight.size() < path.size()) {
        findings.warn(
            ErrorCode.INVALID_VALUE,
            field,
            "A category path does not come back to " + Quoted.of(path.get(straight.size())));
      }
      if (tooLong(straight)) {
        findings.warn(
            ErrorCode.TOO_LONG,
            field,
            "A category path has at most 10 titles of at most 200 characters");
      } else if (!straight.isEmpty() && !kept.contains(straight)) {
        kept.add(straight);
      }
    }
    return kept;
  }

  private static boolean tooLong(List<String> path) {
    int length = 0;
    for (String title : path) {
      length += title.length() > MAX_CATEGORY ? MAX_PATH + 1 : title.length();
    }
    return path.size() > MAX_CATEGORIES || length > MAX_PATH;
  }

  private String readable(String field, String text) {
    if (text.indexOf(UNREADABLE) >= 0) {
      findings.warn(
          ErrorCode.INVALID_ENCODING,
          field,
          "Some of it is not readable as text; feeds are UTF-8, or say what else they are");
    }
    return text;
  }
}
