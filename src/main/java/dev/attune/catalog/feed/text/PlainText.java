package dev.attune.catalog.feed.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of what may be HTML. */
public final class PlainText {
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|tr|h[1-6]|ul|ol|table)\\s*>|<li\\b[^<>]*>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  /** What would begin a tag once the text stands inside HTML. */
  private static final Pattern LIVE = Pattern.compile("<(?=[a-zA-Z/!?])");

  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});");
  private static final String SPACES = " \t\u000B\f\u00a0";
  private static final Pattern LINES = Pattern.compile(" ?[\\r\\n]+[\\s]*");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("reg", "®"),
          Map.entry("copy", "©"),
          Map.entry("trade", "™"),
          Map.entry("deg", "°"),
          Map.entry("micro", "µ"),
          Map.entry("plusmn", "±"),
          Map.entry("frac12", "½"),
          Map.entry("frac14", "¼"),
          Map.entry("frac34", "¾"),
          Map.entry("sup1", "¹"),
          Map.entry("sup2", "²"),
          Map.entry("sup3", "³"),
          Map.entry("times", "×"),
          Map.entry("middot", "·"),
          Map.entry("bull", "•"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("yen", "¥"),
          Map.entry("cent", "¢"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("aacute", "á"),
          Map.entry("ccedil", "ç"),
          Map.entry("ntilde", "ñ"),
          Map.entry("oacute", "ó"),
          Map.entry("ocirc", "ô"),
          Map.entry("uacute", "ú"),
          Map.entry("iacute", "í"),
          Map.entry("icirc", "î"),
          Map.entry("aring", "å"),
          Map.entry("oslash", "ø"),
          Map.entry("aelig", "æ"));

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
      text =
          withoutTags(
              ENTITY
                  .matcher(text)
                  .replaceAll(
                      found -> Matcher.quoteReplacement(character(found.group(), found.group(1)))));
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

  private static String character(String entity, String name) {
    if (name.charAt(0) != '#') {
      return Optional.ofNullable(NAMED.get(name)).orElse(entity);
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    boolean printable =
        Character.isValidCodePoint(code) && code >= 32 && (code < 0xD800 || code > 0xDFFF);
    return printable ? Character.toString(code) : " ";
  }
}
