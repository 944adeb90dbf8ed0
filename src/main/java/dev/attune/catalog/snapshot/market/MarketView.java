package dev.attune.catalog.snapshot.market;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One way to see the catalog; all markets that see the same share it.
 *
 * @param country whose price list is used, null for that of no country
 * @param currency of all prices, null for the shop's own prices, which then are all in one
 * @param locale of texts as the shop names it, null for its own language
 */
public record MarketView(
    @Nullable String country, @Nullable Currency currency, @Nullable String locale) {
  /** As the shop's feed says it. */
  public static final MarketView HOME = new MarketView(null, null, null);

  public boolean isHome() {
    return equals(HOME);
  }

  /** Its name in versions, {@code DE/EUR/de}. */
  public String name() {
    return (country == null ? "" : country)
        + "/"
        + (currency == null ? "" : currency.getCurrencyCode())
        + "/"
        + (locale == null ? "" : locale);
  }
}
