package dev.attune.events;

/**
 * One thing that an event says about its shopper's interest, as the fold counts it.
 *
 * @param subject what it is about, in the namespace of its kind: a product id or sku, a category
 *     handle, a query
 * @param quantity how often or how many, at least 1
 */
public record Signal(Kind kind, String subject, long quantity) {
  /** What was signalled; the names are part of the stored state and never change meaning. */
  public enum Kind {
    /** Subject: product. */
    VIEW,
    /** Subject: product. */
    CLICK,
    /** Subject: product. */
    CART_ADD,
    /** Subject: product. */
    CART_REMOVE,
    /** Subject: product. */
    WISH,
    /** Subject: product. */
    BUY,
    /** Subject: product. */
    RETURN,
    /** Subject: order id. */
    ORDER,
    /** Subject: currency code; quantity: minor units. Older logs have it; now it is PAID. */
    SPEND,
    /** Subject: category handle, or a path of titles as the client wrote it. */
    CATEGORY_VIEW,
    /** Subject: the query, lower case. */
    SEARCH,
    /** Subject: {@code field=value}. */
    FILTER,
    /** Subject: {@code source/medium/name}. */
    CAMPAIGN,
    /** Subject: a global id, or a product id; it was among others, as in a list. */
    SHOWN,
    /** Subject: the hero's, offer's or content card's global id. */
    CONTENT_CLICK,
    /** Subject: a global id that must not be recommended. */
    REJECT,
    /** Subject: a global id whose rejection is taken back. */
    ACCEPT,
    /** Subject: {@code dimension=value}, stated taste. */
    PREFER,
    /** Subject: the e-mail campaign. */
    MAIL,
    /** Subject: the page's path; says only that somebody was there. */
    PAGE,
    /** Subject: {@code USD/order id}; quantity: minor units that the order is worth. */
    PAID,
    /** Subject: {@code USD/order id}; quantity: minor units that went back. */
    REFUNDED,
    /** Subject: the id of an order that came to nothing. */
    CANCELLED,
    /** Subject: the id of an order that a coupon or a discount made cheaper. */
    REDUCED,
    /** Subject: a global id, or a product id; this very thing was put before the shopper. */
    IMPRESSION,
    /** Subject: the sku of a variant; which one of its product was bought. */
    BOUGHT_VARIANT,
    /** Subject: the country in which the rest was done, ISO 3166-1 alpha-2. */
    MARKET,
    /** Subject: a product; taken off the wish list. */
    UNWISH,
    /** Subject: DESKTOP, MOBILE, TABLET or APP; with what the rest was done. */
    DEVICE,
    /** Subject: an {@link OrderPart}; quantity: how often it was told. */
    ORDER_PART,
    /** Subject: what proof says of an order, kind and subject, {@code PAID/USD/order id}. */
    PROVEN,
    /** Of a version after this one: kept, and not understood. */
    LATER
  }

  public Signal {
    if (subject.isBlank() || quantity < 1) {
      throw new IllegalArgumentException("A signal needs a subject and a quantity of at least 1");
    }
  }

  static Signal of(Kind kind, String subject) {
    return new Signal(kind, subject, 1);
  }
}
