package dev.attune.catalog.feed.text;

import java.util.regex.Pattern;

/** The text of what may be HTML. */
public final class PlainText {
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6]|ul|ol|table)\\s*>|<li\\b[^<>]*>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /** What would begin a tag once the text stands inside HTML. */
  private static final Pattern LIVE = Pattern.compile("<(?=[a-zA-Z/!?])");

  private static final String SPACES = " \t\u000B\f\u00a0";
  private static final Pattern LINES = Pattern.compile(" ?[\\r\\n]+[\\s]*");

  private PlainText() {}

  /**
   * Tags become spaces or line breaks, entities become characters, white space is put in order;
   * scripts, styles and comments vanish. Tags that were written as entities vanish, too, so nothing
   * in the text is alive where a page shows it unescaped.
   */
  public static String of(String html) {
    if (isPlain(html)) {
      return html;
    }
    String stripped = html.strip();
    if (isPlain(stripped)) {
      return stripped;
    }
    String text = withoutTags(html.replace("\\n", "\n"));
    if (text.indexOf('&') >= 0) {
      text = withoutTags(HtmlEntities.read(text));
    }
    if (text.indexOf('<') >= 0) {
      text = LIVE.matcher(text).replaceAll("< ");
    }
    text = singleSpaced(text);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      text = LINES.matcher(text).replaceAll("\n");
    }
    return text.strip();
  }

  private static String singleSpaced(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    boolean between = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = SPACES.indexOf(c) >= 0;
      if (!space || !between) {
        spaced.append(space ? ' ' : c);
      }
      between = space;
    }
    return spaced.toString();
  }

  private static String withoutTags(String html) {
    if (html.indexOf('<') < 0) {
      return html;
    }
    String text = UnseenHtml.removed(html);
    text = BREAK.matcher(text).replaceAll("\n");
    return TAG.matcher(text).replaceAll(" ");
  }

  /** Most texts need no work: letters, signs and single spaces between them. */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean gap = c == ' ';
      if (c < ' ' || c == '<' || c == '&' || c == '\\' || c == '\u00a0' || (gap && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /** The same on one line. */
  public static String line(String html) {
    return of(html).replace('\n', ' ');
  }
}
