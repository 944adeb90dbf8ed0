package dev.attune.merchandising.rule;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where on the shop's pages a rule can hold; each is a slot of the decision pipeline. */
public enum Surface {
  HERO("hero"),
  CATEGORY_ORDER("categoryOrder"),
  OFFERS("offers"),
  CONTENT("content"),
  COLLECTIONS("collections"),
  CATEGORY("listing/category"),
  SEARCH("listing/search"),
  /** A list that the shopper sorted, or a collection's page: nothing but HIDE acts on it. */
  SORTED("listing/sorted"),
  FEED("feed"),
  HOME_FOR_YOU,
  HOME_TRENDING,
  HOME_RECENTLY_VIEWED,
  HOME_BUY_AGAIN,
  HOME_NEW_FOR_YOU,
  PRODUCT_SIMILAR,
  PRODUCT_COMPLEMENTARY,
  PRODUCT_BOUGHT_TOGETHER,
  CART_COMPLEMENTARY,
  CART_COMPLETE_THE_ROUTINE,
  CATEGORY_TOP,
  SEARCH_NO_RESULTS,
  EMAIL_PICKS;

  private static final Map<String, Surface> BY_SLOT =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.slot, one -> one));

  private final String slot;

  Surface(String slot) {
    this.slot = slot;
  }

  Surface() {
    this.slot = "rail/" + name();
  }

  /** The name of its slot. */
  public String slot() {
    return slot;
  }

  /** The surface of a slot by the slot's name. */
  public static Optional<Surface> of(String slot) {
    return Optional.ofNullable(BY_SLOT.get(slot));
  }

  /** Whether it is a list that always shows everything: what is limited moves back in it. */
  public boolean showsAll() {
    return this == CATEGORY || this == SEARCH;
  }
}
