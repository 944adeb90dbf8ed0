package dev.attune.platform.money;

import jakarta.inject.Singleton;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What amounts are in where nobody says, {@code attune.catalog.currency}. */
@Singleton
public class ShopCurrency {
  private final Currency currency;

  ShopCurrency(
      @ConfigProperty(name = "attune.catalog.currency", defaultValue = "USD") String code) {
    this.currency =
        Money.currency(code)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "attune.catalog.currency must be an ISO 4217 code, not '" + code + "'"));
  }

  public Currency get() {
    return currency;
  }
}
