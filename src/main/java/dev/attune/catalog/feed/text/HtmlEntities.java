package dev.attune.catalog.feed.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML's names and numbers for characters: all of HTML 3.2's, and those that texts need. */
final class HtmlEntities {
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});");

  /** The code of the first of {@link #LATIN}. */
  private static final char FIRST = 160;

  /** Names of the characters 160 to 255 in their order. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  /** Others, each before its character. */
  private static final String OTHERS =
      "amp & lt < gt > quot \" apos ' OElig \u0152 oelig \u0153 Scaron \u0160 scaron \u0161 Zcaron \u017d"
          + " zcaron \u017e Yuml \u0178 fnof \u0192 ndash \u2013 mdash \u2014 lsquo \u2018 rsquo \u2019 sbquo \u201a"
          + " ldquo \u201c rdquo \u201d bdquo \u201e dagger \u2020 bull \u2022 hellip \u2026 prime \u2032"
          + " Prime \u2033 lsaquo \u2039 rsaquo \u203a euro \u20ac trade \u2122 larr \u2190 rarr \u2192"
          + " minus \u2212 infin \u221e asymp \u2248 ne \u2260 le \u2264 ge \u2265 Omega \u03a9 alpha \u03b1"
          + " beta \u03b2 mu \u03bc pi \u03c0";

  private static final Map<String, String> NAMED = named();

  private HtmlEntities() {}

  private static Map<String, String> named() {
    Map<String, String> named = new HashMap<>();
    String[] latin = LATIN.split(" ");
    for (int i = 0; i < latin.length; i++) {
      named.put(latin[i], String.valueOf((char) (FIRST + i)));
    }
    String[] others = OTHERS.split(" ");
    for (int i = 0; i < others.length; i += 2) {
      named.put(others[i], others[i + 1]);
    }
    for (String space : "nbsp ensp emsp thinsp".split(" ")) {
      named.put(space, " ");
    }
    for (String unseen : "shy zwnj zwj lrm rlm".split(" ")) {
      named.put(unseen, "");
    }
    return Map.copyOf(named);
  }

  /** The text with characters in their place; what is none stays as it is written. */
  static String read(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(), found.group(1))));
  }

  private static String character(String entity, String name) {
    if (name.charAt(0) != '#') {
      return NAMED.getOrDefault(name, entity);
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    boolean printable =
        Character.isValidCodePoint(code) && code >= 32 && (code < 0xD800 || code > 0xDFFF);
    return printable ? Character.toString(code) : " ";
  }
}
