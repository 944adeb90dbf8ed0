package dev.attune.catalog.snapshot.market;

import dev.attune.catalog.Market;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which prices and texts the shop has at all.
 *
 * @param own currencies of the variants' own prices
 * @param countries for each currency with prices by market, the countries that have a list of their
 *     own in it; empty text: the list of no country
 * @param locales BCP 47, as the feed names them
 * @param money what the own prices of what is sold now are in
 */
public record PriceLists(
    Set<Currency> own, Map<Currency, Set<String>> countries, Set<String> locales, OwnMoney money) {
  /** Of a shop that has one market. */
  public static final PriceLists NONE = new PriceLists(Set.of(), Map.of(), Set.of(), OwnMoney.NONE);

  private static final String ANYWHERE = "";

  public PriceLists {
    own = Set.copyOf(own);
    countries = Map.copyOf(countries);
    locales = Set.copyOf(locales);
  }

  /** These and others; what is gone is noticed when all are read again. */
  public PriceLists and(PriceLists more) {
    Map<Currency, Set<String>> all = new HashMap<>(countries);
    more.countries.forEach((currency, listed) -> all.merge(currency, listed, PriceLists::union));
    return new PriceLists(union(own, more.own), all, union(locales, more.locales), money);
  }

  /** These, where own prices are in this. */
  public PriceLists in(OwnMoney now) {
    return new PriceLists(own, countries, locales, now);
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    Set<T> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  /** What a market sees; only as many different ones come out as the shop has lists and texts. */
  public MarketView view(Market market) {
    @Nullable Currency currency = currency(market);
    Set<String> lists = currency == null ? Set.of() : countries.getOrDefault(currency, Set.of());
    @Nullable String country =
        market.country() != null && lists.contains(market.country()) ? market.country() : null;
    boolean ownPrices =
        currency == null
            || (country == null && !lists.contains(ANYWHERE) && own.equals(Set.of(currency)));
    return new MarketView(country, ownPrices ? null : currency, locale(market.locale()));
  }

  /** Whether any product can have a price in this currency. */
  public boolean sells(@Nullable Currency currency) {
    return currency == null || own.contains(currency) || countries.containsKey(currency);
  }

  /** What prices are in where a page names one of these countries, of none where it names any. */
  public Set<Currency> currencies(Set<String> named) {
    Set<Currency> all = new HashSet<>();
    if (named.isEmpty()) {
      all.addAll(own);
      all.addAll(countries.keySet());
    }
    for (String country : named) {
      @Nullable Currency listed = currency(new Market(country, null, Locale.ROOT));
      all.addAll(listed == null ? own : Set.of(listed));
    }
    return all;
  }

  /** One market for each list of prices that there is. */
  public Set<Market> markets() {
    Set<Market> all = new HashSet<>();
    own.forEach(currency -> all.add(new Market(null, currency, Locale.ROOT)));
    countries.forEach(
        (currency, listed) ->
            listed.forEach(country -> all.add(new Market(named(country), currency, Locale.ROOT))));
    return all;
  }

  private static @Nullable String named(String country) {
    return country.equals(ANYWHERE) ? null : country;
  }

  /**
   * The one asked for; else what the country pays in, where it has a list in that or the shop's own
   * prices are commonly in it; else the shop's usual one. A list in another currency than its own
   * turns no country into it.
   */
  private @Nullable Currency currency(Market market) {
    if (market.currency() != null) {
      return market.currency();
    }
    @Nullable String country = market.country();
    @Nullable Currency tender = country == null ? null : OwnMoney.tender(country);
    boolean paid =
        tender != null
            && (money.common().contains(tender)
                || countries.getOrDefault(tender, Set.of()).contains(country));
    return paid ? tender : money.usual();
  }

  /** Lookup of RFC 4647: {@code de-AT} finds {@code de}; {@code de} finds {@code de-DE}, too. */
  private @Nullable String locale(Locale asked) {
    if (locales.isEmpty() || asked.getLanguage().isEmpty()) {
      return null;
    }
    @Nullable String found = Locale.lookupTag(LanguageRange.parse(asked.toLanguageTag()), locales);
    return found != null
        ? found
        : locales.stream()
            .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(asked.getLanguage()))
            .sorted()
            .findFirst()
            .orElse(null);
  }
}
