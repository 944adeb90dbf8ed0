package dev.attune.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What holds for people who have not chosen: their market's default, else the shop's. */
@ApplicationScoped
public class ConsentDefaults {
  private final Consent.State everywhere;
  private final Map<String, Consent.State> markets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param config says which country a market with a name of its own is
   */
  public ConsentDefaults(ConsentSettings settings, Config config) {
    everywhere = settings.byDefault();
    Map<String, Consent.State> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(settings.markets());
    for (String property : config.getPropertyNames()) {
      if (property.startsWith("attune.markets.") && property.endsWith(".country")) {
        String market =
            property.substring("attune.markets.".length(), property.length() - ".country".length());
        Consent.State ofCountry = named.get(config.getValue(property, String.class));
        if (ofCountry != null) {
          markets.put(market, ofCountry);
        }
      }
    }
    markets.putAll(named);
  }

  /**
   * What of these terms makes a difference: clients may name any market, and what shares terms
   * shares transactions.
   */
  public Terms plain(Terms terms) {
    return in(terms.market()) == everywhere ? new Terms(terms.objects(), null) : terms;
  }

  /** The default in a market, by its name or its country. */
  public Consent.State in(@Nullable String market) {
    return market == null ? everywhere : markets.getOrDefault(market.strip(), everywhere);
  }
}
