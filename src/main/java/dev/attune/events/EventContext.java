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

  /**
   * The market of an event: the country that it names, else the one of the request that it came
   * with, else the one of its locale; null where none of them is one.
   */
  public static @Nullable String market(
      @Nullable String named, @Nullable String requested, @Nullable String locale) {
    @Nullable String country = country(named);
    if (country != null || requested != null) {
      return country == null ? requested : country;
    }
    return locale == null ? null : known(region(locale));
  }

  /** The ISO 3166-1 alpha-2 code that this is, in whatever case; null where it is none. */
  public static @Nullable String country(@Nullable String text) {
    return text == null ? null : known(text.strip().toUpperCase(Locale.ROOT));
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
