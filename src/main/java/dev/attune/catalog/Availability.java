package dev.attune.catalog;

import java.util.Locale;
import java.util.Optional;

/** Whether a variant can be had, in the words of Google Merchant feeds. */
public enum Availability {
  IN_STOCK(true),
  OUT_OF_STOCK(false),
  PREORDER(true),
  BACKORDER(true);

  private final boolean forSale;

  Availability(boolean forSale) {
    this.forSale = forSale;
  }

  public boolean forSale() {
    return forSale;
  }

  /** Reads {@code in_stock}, {@code in stock} or {@code IN_STOCK}; empty for other words. */
  public static Optional<Availability> parse(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    for (Availability availability : values()) {
      if (availability.name().equals(name)) {
        return Optional.of(availability);
      }
    }
    return Optional.empty();
  }
}
