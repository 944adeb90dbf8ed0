package dev.attune.ingest.health;

import java.util.Locale;

/** What can be wrong with a stream of events. */
public enum EventCode {
  TYPE_GONE_QUIET(
      "No %s has come for %s, though it came every day before. Look whether the storefront still"
          + " sends it."),
  SOURCE_GONE_QUIET(
      "Nothing has come from %s for %s, though it sent every day before. Look whether it still"
          + " runs."),
  NEVER_SENT("%s has never been sent in %s. Send it, or what learns from it stays empty."),
  UNKNOWN_PRODUCTS(
      "%s of views are of products that the catalog does not have, such as %s. Send the ids or"
          + " skus of the feed."),
  ORDERS_WITHOUT_VIEWS(
      "%s of orders are by shoppers who had not viewed any of what they bought; it was %s. Send"
          + " views, and sign shoppers in with a token or the secret key."),
  PURCHASES_WITHOUT_CART(
      "%s of orders had nothing put into a cart before; it was %s. Send Product Added."),
  LATE("%s comes late: one in twenty after more than %s. Send events as they happen."),
  SENT_TWICE("%s of what %s sends was sent before. It counts once; look at its retries."),
  FROM_THE_FUTURE(
      "%s of what %s sends is dated later than it came. It counts as happened when it came; send"
          + " sentAt, and look at its clocks."),
  CLOCK_UNREADABLE(
      "%s of what %s sends has a sentAt that nobody can read, so that a wrong clock is not"
          + " corrected. Send it as 2026-01-05T10:30:00.000Z."),
  REFUSED("%s events were refused within %s. badEvents says why.");

  private final String sentence;

  EventCode(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence for merchants: what it is, and what to do. */
  String sentence(Object subject, Object measure) {
    return String.format(Locale.ROOT, sentence, subject, measure);
  }
}
