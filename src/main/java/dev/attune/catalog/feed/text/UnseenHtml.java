package dev.attune.catalog.feed.text;

import java.util.List;

/** The parts of HTML that no page shows: scripts, styles, comments. */
final class UnseenHtml {
  private static final List<String> UNSEEN = List.of("script", "style");

  private UnseenHtml() {}

  /** Each such part becomes a space; one that is never closed goes on to the end. */
  static String removed(String html) {
    StringBuilder seen = new StringBuilder(html.length());
    int from = 0;
    int open = html.indexOf('<');
    while (open >= 0) {
      int end = end(html, open);
      if (end > open) {
        seen.append(html, from, open).append(' ');
        from = end;
      }
      open = html.indexOf('<', Math.max(end, open + 1));
    }
    return from == 0 ? html : seen.append(html, from, html.length()).toString();
  }

  /** Where the part that opens here ends, or -1 when none does. */
  private static int end(String html, int open) {
    if (html.startsWith("<!--", open)) {
      return after(html, html.indexOf("-->", open + 4), 3);
    }
    for (String name : UNSEEN) {
      if (opens(html, open + 1, name)) {
        return after(html, html.indexOf('>', close(html, open, name)), 1);
      }
    }
    return -1;
  }

  private static boolean opens(String html, int at, String name) {
    int next = at + name.length();
    return html.regionMatches(true, at, name, 0, name.length())
        && (next >= html.length() || !Character.isLetterOrDigit(html.charAt(next)));
  }

  private static int close(String html, int open, String name) {
    int at = html.indexOf("</", open);
    while (at >= 0 && !opens(html, at + 2, name)) {
      at = html.indexOf("</", at + 2);
    }
    return at < 0 ? html.length() : at;
  }

  private static int after(String html, int at, int length) {
    return at < 0 ? html.length() : at + length;
  }
}
