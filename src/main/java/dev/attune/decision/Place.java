package dev.attune.decision;

import dev.attune.catalog.Market;
import dev.attune.events.Campaign;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the shopper is, how they came, and in which words and money they are answered.
 *
 * @param device DESKTOP, MOBILE, TABLET or APP, null when unknown
 * @param country ISO 3166-1 alpha-2
 * @param currency prices are shown in this one only; null for the shop's own
 */
public record Place(
    @Nullable String url,
    @Nullable Campaign campaign,
    @Nullable String device,
    @Nullable String country,
    @Nullable Currency currency,
    Locale locale) {
  /** Nothing is known of the page. */
  public static final Place ANYWHERE = new Place(null, null, null, null, null, Locale.ENGLISH);

  /** Whose prices and texts are shown. */
  public Market market() {
    return new Market(country, currency, locale);
  }
}
