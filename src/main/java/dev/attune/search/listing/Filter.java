package dev.attune.search.listing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper narrows a list to. A product passes with any of the values, or a number within the
 * bounds. Of a product with several variants one and the same has to pass all filters on options,
 * price and stock: a shirt that is red in M and blue in L is no blue one in M. That it is not
 * available is said of a product, all of whose variants are sold out.
 *
 * @param field {@code category}, {@code brand}, {@code price}, {@code available}, or the name of an
 *     attribute or a variant's option
 * @param in values in any case, for categories and brands also global ids; empty for no choice
 * @param min lowest number, inclusive; prices in major units
 * @param max highest number, inclusive
 */
public record Filter(
    String field, List<String> in, @Nullable BigDecimal min, @Nullable BigDecimal max) {
  public Filter {
    in = List.copyOf(in);
  }

  /** One of these values. */
  public static Filter in(String field, String... values) {
    return new Filter(field, List.of(values), null, null);
  }

  /** A number within these bounds, either of them open. */
  public static Filter between(String field, @Nullable BigDecimal min, @Nullable BigDecimal max) {
    return new Filter(field, List.of(), min, max);
  }

  boolean admits(double number) {
    return !Double.isNaN(number)
        && (min == null || number >= min.doubleValue())
        && (max == null || number <= max.doubleValue());
  }
}
