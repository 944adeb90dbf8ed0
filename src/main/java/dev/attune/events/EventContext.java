package dev.attune.events;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an event came from, as far as it matters later.
 *
 * @param device DESKTOP, MOBILE, TABLET or APP
 * @param locale BCP 47
 * @param country ISO 3166-1 alpha-2, the market that the shopper was in
 * @param decisionId the decision that had put the thing in front of the shopper
 * @param position the place in its list, from 1
 * @param delivery how it came in
 */
public record EventContext(
    @Nullable String url,
    @Nullable Campaign campaign,
    @Nullable String device,
    @Nullable String locale,
    @Nullable String country,
    @Nullable String decisionId,
    @Nullable Integer position,
    Delivery delivery) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Nothing is known. */
  public static final EventContext NONE =
      new EventContext(null, null, null, null, null, null, null);

  /** One of which nobody knows how it came in. */
  public EventContext(
      @Nullable String url,
      @Nullable Campaign campaign,
      @Nullable String device,
      @Nullable String locale,
      @Nullable String country,
      @Nullable String decisionId,
      @Nullable Integer position) {
    this(url, campaign, device, locale, country, decisionId, position, Delivery.UNKNOWN);
  }

  /** The same, come in like this. */
  public EventContext delivered(Delivery how) {
    return new EventContext(url, campaign, device, locale, country, decisionId, position, how);
  }

  /** The market that a client named, else the one that the locale does; null where neither does. */
  public static @Nullable String market(@Nullable String named, @Nullable String locale) {
    if (named != null) {
      return known(named.strip().toUpperCase(Locale.ROOT));
    }
    return locale == null ? null : known(region(locale));
  }

  private static @Nullable String known(String country) {
    return COUNTRIES.contains(country) ? country : null;
  }

  /** Nearly all are like de-AT, which need no parsing. */
  private static String region(String locale) {
    boolean usual = locale.length() == 5 && locale.charAt(2) == '-';
    return usual ? locale.substring(3) : Locale.forLanguageTag(locale).getCountry();
  }
}
