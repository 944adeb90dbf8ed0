package dev.attune.catalog;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For whom prices and texts are wanted.
 *
 * @param country ISO 3166-1 alpha-2; null for no country in particular
 * @param currency null for the country's where the shop sells in it, else the shop's usual one
 * @param locale texts are in its language where the shop has them
 */
public record Market(@Nullable String country, @Nullable Currency currency, Locale locale) {
  /** The shop's usual currency and own language. */
  public static final Market HOME = new Market(null, null, Locale.ROOT);
}
