package dev.attune.graphql.request;

import dev.attune.catalog.Market;
import dev.attune.catalog.MarketSettings;
import dev.attune.decision.Place;
import dev.attune.events.Campaign;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.input.PageContextInput.Device;
import dev.attune.graphql.text.Texts;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where a shopper is: what the page context says, else what headers say. */
@ApplicationScoped
public class Places {
  private static final String MARKET = "Attune-Market";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<String, MarketSettings.Named> markets;
  private final Locale own;
  private final Set<String> spoken = new HashSet<>();

  Places(
      MarketSettings settings,
      @ConfigProperty(name = "attune.catalog.locale", defaultValue = "en") Locale own) {
    this.own = own;
    this.markets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.markets.putAll(settings.markets());
    Texts.LANGUAGES.forEach(language -> spoken.add(language.getLanguage()));
    spoken.add(own.getLanguage());
    markets.values().stream()
        .flatMap(named -> named.locale().stream())
        .forEach(tag -> spoken.add(locale(tag).getLanguage()));
  }

  /**
   * The market is what the header names, and the context says otherwise field by field.
   *
   * @throws AttuneException INVALID_CURRENCY or INVALID_VALUE, with the context's field
   */
  public Place of(PageContextInput context, Headers headers) {
    Market market = market(headers.get(MARKET), headers.get("Accept-Language"));
    @Nullable String country =
        context.country == null ? market.country() : country("context.country", context.country);
    @Nullable Currency configured =
        Objects.equals(country, market.country()) ? null : configured(country);
    @Nullable Currency currency = configured == null ? market.currency() : configured;
    return new Place(
        context.url,
        campaign(context),
        device(context, headers),
        country,
        context.currency == null ? currency : currency(context.currency),
        context.locale == null ? market.locale() : locale(context.locale));
  }

  private static @Nullable String device(PageContextInput context, Headers headers) {
    @Nullable Device device =
        context.device == null
            ? Device.of(headers.get("User-Agent"), headers.get("Sec-CH-UA-Mobile"))
            : context.device;
    return device == null ? null : device.name();
  }

  /** What was sent along, by name; null for what was not. */
  interface Headers {
    @Nullable String get(String name);
  }

  private Market market(@Nullable String name, @Nullable String accepted) {
    Locale locale = accepted == null ? own : preferred(accepted);
    if (name == null || name.isBlank()) {
      return new Market(null, null, locale);
    }
    MarketSettings.@Nullable Named named = markets.get(name.strip());
    if (named == null) {
      String country = country(MARKET, name);
      return new Market(country, configured(country), locale);
    }
    return new Market(
        named.country().orElse(null),
        named.currency().map(Places::currency).orElse(null),
        named.locale().map(Places::locale).orElse(locale));
  }

  /** What the shop says that it asks in a country; null leaves it to the country's price list. */
  private @Nullable Currency configured(@Nullable String country) {
    return markets.values().stream()
        .filter(named -> named.country().filter(code -> code.equalsIgnoreCase(country)).isPresent())
        .flatMap(named -> named.currency().stream())
        .map(Places::currency)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Campaign campaign(PageContextInput context) {
    PageContextInput.CampaignInput said = context.campaign;
    if (said != null) {
      return new Campaign(said.source, said.medium, said.name, said.term, said.content);
    }
    Map<String, String> utm = utm(context.url);
    return utm.isEmpty()
        ? null
        : new Campaign(
            utm.get("utm_source"),
            utm.get("utm_medium"),
            utm.get("utm_campaign"),
            utm.get("utm_term"),
            utm.get("utm_content"));
  }

  private static Map<String, String> utm(@Nullable String url) {
    Map<String, String> utm = new HashMap<>();
    int query = url == null ? -1 : url.indexOf('?');
    if (url == null || query < 0) {
      return utm;
    }
    for (String pair : url.substring(query + 1).split("[&#]")) {
      int equals = pair.indexOf('=');
      if (pair.startsWith("utm_") && equals > 0) {
        utm.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return utm;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }

  private static String country(String field, String country) {
    String upper = country.strip().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(upper)) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          field,
          "'" + country + "' is no market of attune.markets and no ISO 3166-1 alpha-2 country");
    }
    return upper;
  }

  private static Currency currency(String code) {
    return Money.currency(code)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.INVALID_CURRENCY,
                    "context.currency",
                    "'" + code + "' is no ISO 4217 currency"));
  }

  private static Locale locale(String tag) {
    Locale locale = Languages.of(tag);
    if (locale.getLanguage().isEmpty()) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "context.locale", "'" + tag + "' is no BCP 47 locale");
    }
    return locale;
  }

  /** The first language accepted that the shop speaks, else the first, for formats are in it. */
  private Locale preferred(String accepted) {
    try {
      List<Locale> wanted =
          Locale.LanguageRange.parse(Languages.dashed(accepted)).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .filter(locale -> !locale.getLanguage().isEmpty())
              .toList();
      return wanted.stream()
          .filter(locale -> spoken.contains(locale.getLanguage()))
          .findFirst()
          .orElseGet(() -> wanted.stream().findFirst().orElse(own));
    } catch (IllegalArgumentException malformed) {
      return own;
    }
  }
}
