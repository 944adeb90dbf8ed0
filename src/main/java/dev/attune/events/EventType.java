package dev.attune.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of events; all but the last can be sent through {@code track}. */
public enum EventType {
  PAGE_VIEWED,
  PRODUCT_VIEWED,
  PRODUCT_CLICKED,
  CATEGORY_VIEWED,
  LIST_FILTERED,
  SEARCHED,
  IMPRESSION,
  CART_ADDED,
  CART_REMOVED,
  WISHLIST_ADDED,
  WISHLIST_REMOVED,
  CHECKOUT_STARTED,
  ORDER_COMPLETED,
  ORDER_REFUNDED,
  HERO_CLICKED,
  OFFER_CLICKED,
  CONTENT_CLICKED,
  RECOMMENDATION_REJECTED,
  EMAIL_DELIVERED,
  EMAIL_OPENED,
  EMAIL_CLICKED,
  EMAIL_BOUNCED,
  EMAIL_COMPLAINED,
  EMAIL_UNSUBSCRIBED,
  /** Somebody signed in; comes from {@code identify} calls only. */
  IDENTIFIED;

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::name, type -> type));

  /** The type of this name; empty for one that only later versions know. */
  public static Optional<EventType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
