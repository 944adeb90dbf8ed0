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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google's {@code product_detail}: {@code Section:Name:Value}, several joined by commas. */
final class ProductDetails {
  /** Where a detail begins: a section (may be empty) and a name, 140 characters each at most. */
  private static final Pattern START =
      Pattern.compile("(?:^|,)(\\s*)([^:,]{0,140}):([^:,]{1,140}):");

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
    return details.entrySet().stream()
        .map(detail -> new Detail(detail.getKey(), detail.getValue()))
        .toList();
  }

  private static List<Start> starts(String text) {
    List<Start> all = new ArrayList<>();
    Matcher matcher = START.matcher(text);
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      String section = matcher.group(2).strip();
      boolean first = matcher.start() == 0;
      if (first || !NUMBER.matcher(section).matches()) {
        boolean tight = first || matcher.group(1).isEmpty();
        all.add(new Start(matcher.start(), matcher.end(), section, matcher.group(3), tight));
        at = matcher.end();
      } else {
        at = matcher.start() + 1;
      }
    }
    if (all.isEmpty() || all.get(0).from != 0) {
      return List.of();
    }
    boolean joinsTightly = all.stream().skip(1).anyMatch(Start::tight);
    Set<String> sections = new HashSet<>();
    return all.stream()
        .filter(start -> start.tight || !joinsTightly || sections.contains(start.section))
        .peek(start -> sections.add(start.section))
        .toList();
  }

  private static List<Detail> unsectioned(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon > 140) {
      return List.of();
    }
    Map<String, List<String>> details = new LinkedHashMap<>();
    add(details, text.substring(0, colon), text.substring(colon + 1));
    return details.entrySet().stream().map(e -> new Detail(e.getKey(), e.getValue())).toList();
  }

  private static void add(Map<String, List<String>> details, String name, String value) {
    String label = PlainText.line(name);
    List<String> values =
        Arrays.stream(PlainText.line(value).split(";"))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
    if (label.isEmpty() || values.isEmpty()) {
      return;
    }
    List<String> known = details.computeIfAbsent(label, any -> new ArrayList<>());
    values.stream().filter(v -> !known.contains(v)).forEach(known::add);
  }

  private record Start(int from, int value, String section, String name, boolean tight) {}
}
