package dev.attune.catalog.store;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.google.GoogleFeed;
import dev.attune.catalog.feed.jsonl.JsonlFeed;
import dev.attune.catalog.feed.shopify.ShopifyFeed;
import java.io.IOException;
import java.io.Reader;
import java.util.Currency;
import java.util.Optional;

/** A format of feeds that can be imported, with what its text leaves unsaid. */
public final class Format {
  /** Google Merchant, tab-separated or XML. */
  public static final Format GOOGLE = new Format("google", GoogleFeed::open);

  private final String id;
  private final Opening opening;

  private Format(String id, Opening opening) {
    this.id = id;
    this.opening = opening;
  }

  /** Shopify's product CSV, whose amounts are this money. */
  public static Format shopify(FeedMoney money) {
    return new Format("shopify", text -> ShopifyFeed.open(text, money));
  }

  /** JSON Lines of our own product type; amounts that name no currency are in this one. */
  public static Format jsonl(Currency currency) {
    return new Format("jsonl", text -> JsonlFeed.open(text, currency));
  }

  /** Empty for a name that is no format. */
  public static Optional<Format> parse(String id, FeedMoney money) {
    return switch (id) {
      case "google" -> Optional.of(GOOGLE);
      case "shopify" -> Optional.of(shopify(money));
      case "jsonl" -> Optional.of(jsonl(money.own()));
      default -> Optional.empty();
    };
  }

  /**
   * Reads the feed's header.
   *
   * @throws dev.attune.platform.error.AttuneException MISSING_FIELD when a required column is
   *     missing, INVALID_XML or INVALID_ROW when the text cannot be read at all; reading on may
   *     throw them, too
   * @throws IOException when the body ends early or is damaged
   */
  public Feed open(Reader text) throws IOException {
    return opening.open(text);
  }

  /** The format's name in requests, {@code google}. */
  public String id() {
    return id;
  }

  /** Reads a header. */
  @FunctionalInterface
  private interface Opening {
    Feed open(Reader text) throws IOException;
  }
}
