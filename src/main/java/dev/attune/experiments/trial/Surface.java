package dev.attune.experiments.trial;

import java.util.List;

/** A part of the shop that an experiment can change, by the slots that it is made of. */
public enum Surface {
  EVERYTHING(""),
  HERO("hero"),
  CATEGORY_ORDER("categoryOrder"),
  /** All rails, wherever they stand. */
  RAILS("rail/"),
  HOME_FOR_YOU("rail/HOME_FOR_YOU"),
  HOME_TRENDING("rail/HOME_TRENDING"),
  HOME_RECENTLY_VIEWED("rail/HOME_RECENTLY_VIEWED"),
  HOME_BUY_AGAIN("rail/HOME_BUY_AGAIN"),
  HOME_NEW_FOR_YOU("rail/HOME_NEW_FOR_YOU"),
  PRODUCT_SIMILAR("rail/PRODUCT_SIMILAR"),
  PRODUCT_COMPLEMENTARY("rail/PRODUCT_COMPLEMENTARY"),
  PRODUCT_BOUGHT_TOGETHER("rail/PRODUCT_BOUGHT_TOGETHER"),
  CART_COMPLEMENTARY("rail/CART_COMPLEMENTARY"),
  CART_COMPLETE_THE_ROUTINE("rail/CART_COMPLETE_THE_ROUTINE"),
  CATEGORY_TOP("rail/CATEGORY_TOP"),
  SEARCH_NO_RESULTS("rail/SEARCH_NO_RESULTS"),
  EMAIL("rail/EMAIL_", "email"),
  OFFERS("offers"),
  CONTENT("content", "collections"),
  CATEGORY("listing/category"),
  SEARCH("listing/search"),
  FEED("feed"),
  /** Something outside of the gateway, which asks for its variant as a flag. */
  FLAG;

  private final List<String> slots;

  Surface(String... slots) {
    this.slots = List.of(slots);
  }

  /** Whether all of it is for this. */
  public boolean within(UseCase useCase) {
    return !slots.isEmpty() && slots.stream().allMatch(useCase::has);
  }

  /** Whether a slot of this name belongs to it. */
  boolean covers(String slot) {
    return slots.stream().anyMatch(slot::startsWith);
  }
}
