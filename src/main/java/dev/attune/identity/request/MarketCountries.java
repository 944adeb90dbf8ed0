package dev.attune.identity.request;

import dev.attune.catalog.MarketSettings;
import dev.attune.events.EventContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The countries of the markets that requests name with {@code Attune-Market}. */
@ApplicationScoped
public class MarketCountries {
  private final Map<String, MarketSettings.Named> markets =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  MarketCountries(MarketSettings settings) {
    markets.putAll(settings.markets());
  }

  /**
   * ISO 3166-1 alpha-2.
   *
   * @param market a name of {@code attune.markets}, or a country, or null
   * @return null for what is neither, and for a market of no country
   */
  public @Nullable String of(@Nullable String market) {
    MarketSettings.@Nullable Named named = market == null ? null : markets.get(market.strip());
    return EventContext.country(named == null ? market : named.country().orElse(null));
  }
}
