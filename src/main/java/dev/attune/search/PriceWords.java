package dev.attune.search;

import static java.util.Objects.requireNonNull;

import dev.attune.search.listing.Filter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price limit in a query, such as {@code under $50} or {@code 50-100 euro}, in the languages of
 * the index.
 */
final class PriceWords {
  /** Thousands may be set apart, {@code 1,000.50} or {@code 1.000,50}. */
  private static final String NUMBER =
      "(\\d{1,3}(?:[.,'’]\\d{3}){1,3}(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?)(?![.,]?\\d)";

  private static final String AMOUNT =
      "(?:" + CurrencyWords.BEFORE + "\\s?)?" + NUMBER + "(?:\\s?" + CurrencyWords.BEHIND + ")?";

  /** An amount that says what it is in. */
  private static final String MONEY =
      "(?:"
          + CurrencyWords.BEFORE
          + "\\s?"
          + NUMBER
          + "|"
          + NUMBER
          + "\\s?"
          + CurrencyWords.BEHIND
          + ")";

  private static final String NO_UNIT =
      "(?!\\s?(?:inch|inches|in|zoll|cm|mm|m|kg|g|gb|tb|mb|w|watts?|v|mah|ml|l|oz|lbs?|ft"
          + "|hz|ghz|mp|pcs?|pack|\"|%)(?![\\p{L}\\d]))";

  private static final String BETWEEN_WORDS =
      "between|zwischen|entre|tra|tussen|from|von|de|da|van";
  private static final String AND_WORDS = "and|und|et|y|e|en|to|bis|à|a|tot";
  private static final String TO = "\\s?(?:[-–]|(?<= )(?:to|bis|à|tot)(?= ))\\s?";
  private static final String UNDER_WORDS =
      "under|below|less than|cheaper than|up to|at most|no more than|not more than|unter|bis zu"
          + "|weniger als|billiger als|günstiger als|höchstens|maximal|moins de|menos de|meno di"
          + "|onder|minder dan";
  private static final String OVER_WORDS =
      "over|above|more than|at least|über|mehr als|mindestens|plus de|más de|più di|meer dan";

  /** Words that are said of much else, such as {@code air max 90}: only with a currency. */
  private static final String UNDER_MONEY = "max\\.?|maximum|bis|jusqu'à|hasta|fino a|tot";

  private static final String OVER_MONEY =
      "from|starting at|min\\.?|minimum|ab|von|à partir de|desde|da|vanaf";

  /** What sets thousands apart; what is left over is the decimal point. */
  private static final Pattern THOUSANDS = Pattern.compile("[.,'’](?=\\d{3}(?!\\d))");

  private static final String OR = "(?:and|or|und|oder|et|ou) ";

  private static final Pattern BETWEEN =
      pattern("(?:" + BETWEEN_WORDS + ") " + AMOUNT + " (?:" + AND_WORDS + ") " + AMOUNT + NO_UNIT);
  private static final Pattern RANGE =
      pattern(
          "(?:"
              + CurrencyWords.BEFORE
              + "\\s?"
              + NUMBER
              + TO
              + AMOUNT
              + "|"
              + NUMBER
              + TO
              + NUMBER
              + "\\s?"
              + CurrencyWords.BEHIND
              + ")");
  private static final Pattern OR_LESS =
      pattern(AMOUNT + " " + OR + "(?:under|less|below|cheaper|weniger|moins)");
  private static final Pattern OR_MORE =
      pattern(AMOUNT + " " + OR + "(?:up|over|more|above|mehr|plus)");
  private static final Pattern UNDER =
      pattern(
          "(?:(?:(?:"
              + UNDER_WORDS
              + ") |(?:<=?|≤)\\s?)"
              + AMOUNT
              + NO_UNIT
              + "|(?:"
              + UNDER_MONEY
              + ") "
              + MONEY
              + ")");
  private static final Pattern OVER =
      pattern(
          "(?:(?:(?:"
              + OVER_WORDS
              + ") |(?:>=?|≥)\\s?)"
              + AMOUNT
              + NO_UNIT
              + "|(?:"
              + OVER_MONEY
              + ") "
              + MONEY
              + ")");

  /**
   * What a query says about prices.
   *
   * @param from the words that say it
   * @param rest the other words
   */
  record Found(Filter filter, String from, String rest) {
    /**
     * Whether the amounts are in one of these currencies, or do not say what they are in.
     *
     * @param currencies ISO 4217, asked for where the words name any
     */
    boolean isIn(Supplier<Set<String>> currencies) {
      Set<String> named = CurrencyWords.in(from);
      return named.isEmpty() || !Collections.disjoint(named, currencies.get());
    }

    /** Whether one is a lower and the other an upper limit, with something between them. */
    private boolean complements(Found other) {
      Filter here = filter;
      Filter there = other.filter;
      return (here.min() == null) != (here.max() == null)
          && (there.min() == null) != (there.max() == null)
          && (here.min() == null) == (there.max() == null)
          && least(other).compareTo(most(other)) <= 0;
    }

    private Found and(Found other) {
      return new Found(
          Filter.between("price", least(other), most(other)), from + " " + other.from, other.rest);
    }

    private BigDecimal least(Found other) {
      return requireNonNull(filter.min() == null ? other.filter.min() : filter.min());
    }

    private BigDecimal most(Found other) {
      return requireNonNull(filter.max() == null ? other.filter.max() : filter.max());
    }
  }

  private PriceWords() {}

  private static Pattern pattern(String text) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])(?:(?:for|für|pour|por|per|voor) )?" + text + "(?![\\p{L}\\d])");
  }

  /**
   * Null where there is none. Of two limits, {@code under 50 over 20}, both hold.
   *
   * @param query lower case, single spaces
   */
  static @Nullable Found in(String query) {
    @Nullable Found found = first(query);
    @Nullable Found other = found == null ? null : first(found.rest());
    return found == null || other == null || !found.complements(other) ? found : found.and(other);
  }

  private static @Nullable Found first(String query) {
    for (Pattern pattern : List.of(BETWEEN, RANGE, OR_LESS, OR_MORE, UNDER, OVER)) {
      Matcher matcher = pattern.matcher(query);
      if (matcher.find()) {
        Filter filter = filter(pattern, matcher);
        String before = query.substring(0, matcher.start()).strip();
        String rest = before + " " + query.substring(matcher.end()).strip();
        return new Found(filter, matcher.group().strip(), rest.strip());
      }
    }
    return null;
  }

  private static Filter filter(Pattern pattern, Matcher matcher) {
    BigDecimal first = number(matcher, 1);
    if (pattern == BETWEEN || pattern == RANGE) {
      BigDecimal second = number(matcher, 2);
      return Filter.between("price", first.min(second), first.max(second));
    }
    return pattern == UNDER || pattern == OR_LESS
        ? Filter.between("price", null, first)
        : Filter.between("price", first, null);
  }

  /** The n-th number that was found; of two alternatives only one has any. */
  private static BigDecimal number(Matcher matcher, int n) {
    int seen = 0;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      @Nullable String text = matcher.group(group);
      if (text != null && ++seen == n) {
        return new BigDecimal(THOUSANDS.matcher(text).replaceAll("").replace(',', '.'));
      }
    }
    throw new IllegalStateException("The pattern found no number " + n);
  }
}
