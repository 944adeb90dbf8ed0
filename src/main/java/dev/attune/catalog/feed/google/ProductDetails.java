package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.text.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Google's {@code product_detail}: {@code Section:Name:Value}, several joined by commas. */
final class ProductDetails {
  /** Characters of a section, which may be empty, or a name. */
  private static final int LONGEST = 140;

  private static final String BLANKS = " \t\n\u000B\f\r";

  private static final Pattern NUMBER = Pattern.compile("[\\d\\s.]+");

  private ProductDetails() {}

  /**
   * Values may hold commas and colons: a comma begins a new detail only where {@code X:Y:} follows,
   * X is no number, and, in a text that otherwise joins without spaces, no space follows unless X
   * is a section seen before. Several values in one are separated by semicolons.
   */
  static List<Detail> parse(String text) {
    List<Start> starts = starts(text);
    if (starts.isEmpty()) {
      return unsectioned(text);
    }
    Map<String, List<String>> details = new LinkedHashMap<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1).from : text.length();
      add(details, starts.get(i).name, text.substring(starts.get(i).value, end));
    }
    return details(details);
  }

  private static List<Detail> details(Map<String, List<String>> said) {
    List<Detail> details = new ArrayList<>(said.size());
    said.forEach((label, values) -> details.add(new Detail(label, values)));
    return details;
  }

  private static List<Start> starts(String text) {
    List<Start> all = new ArrayList<>();
    Start start = next(text, 0);
    while (start != null) {
      boolean taken = start.from == 0 || !isNumber(start.section);
      if (taken) {
        all.add(start);
      }
      start = next(text, taken ? start.value : start.from + 1);
    }
    if (all.isEmpty() || all.get(0).from != 0) {
      return List.of();
    }
    return joinsTightly(all) ? ofKnownSections(all) : all;
  }

  private static boolean joinsTightly(List<Start> starts) {
    for (int i = 1; i < starts.size(); i++) {
      if (starts.get(i).tight) {
        return true;
      }
    }
    return false;
  }

  private static List<Start> ofKnownSections(List<Start> starts) {
    Set<String> sections = new HashSet<>();
    List<Start> kept = new ArrayList<>(starts.size());
    for (Start found : starts) {
      if (found.tight || sections.contains(found.section)) {
        sections.add(found.section);
        kept.add(found);
      }
    }
    return kept;
  }

  private static boolean isNumber(String section) {
    boolean word = section.isEmpty() || Character.isLetter(section.charAt(0));
    return !word && NUMBER.matcher(section).matches();
  }

  /** The first detail that begins at the text's start or at a comma, from {@code at} on. */
  private static @Nullable Start next(String text, int at) {
    Start start = at == 0 ? begins(text, 0, 0) : null;
    int comma = text.indexOf(',', at);
    while (start == null && comma >= 0) {
      start = begins(text, comma, comma + 1);
      comma = text.indexOf(',', comma + 1);
    }
    return start;
  }

  private static @Nullable Start begins(String text, int from, int after) {
    int section = after;
    while (section < text.length() && BLANKS.indexOf(text.charAt(section)) >= 0) {
      section++;
    }
    int name = colon(text, section);
    int value = name < 0 ? -1 : colon(text, name);
    if (value < 0 || value == name + 1) {
      return null;
    }
    boolean tight = from == 0 || section == after;
    return new Start(
        from,
        value,
        text.substring(section, name - 1).strip(),
        text.substring(name, value - 1),
        tight);
  }

  /** Behind the next colon, where no comma and not too much stands before it, else -1. */
  private static int colon(String text, int from) {
    for (int i = from; i < Math.min(text.length(), from + LONGEST + 1); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i + 1;
      }
      if (c == ',') {
        return -1;
      }
    }
    return -1;
  }

  private static List<Detail> unsectioned(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon > LONGEST) {
      return List.of();
    }
    Map<String, List<String>> details = new LinkedHashMap<>();
    add(details, text.substring(0, colon), text.substring(colon + 1));
    return details(details);
  }

  private static void add(Map<String, List<String>> details, String name, String value) {
    String label = PlainText.line(name);
    if (label.isEmpty()) {
      return;
    }
    List<String> known = details.getOrDefault(label, List.of());
    for (String part : parts(PlainText.line(value))) {
      String said = part.strip();
      if (!said.isEmpty() && !known.contains(said)) {
        known = details.computeIfAbsent(label, any -> new ArrayList<>(1));
        known.add(said);
      }
    }
  }

  private static List<String> parts(String value) {
    return value.indexOf(';') < 0 ? List.of(value) : Arrays.asList(value.split(";"));
  }

  private record Start(int from, int value, String section, String name, boolean tight) {}
}
