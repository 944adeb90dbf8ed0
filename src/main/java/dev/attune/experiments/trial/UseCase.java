package dev.attune.experiments.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a part of the shop is for, and the slots that belong to it by what their names begin with.
 * Lists that the shopper sorted belong to none: nothing was decided there.
 */
public enum UseCase {
  /** The home page and its endless feed. */
  HOME("hero", "categoryOrder", "offers", "content", "collections", "feed", "rail/HOME_"),
  SEARCH("listing/search", "rail/SEARCH_"),
  CATEGORY("listing/category", "rail/CATEGORY_"),
  /** What stands beside a product. */
  PRODUCT("rail/PRODUCT_"),
  CART("rail/CART_"),
  EMAIL("rail/EMAIL_", "email");

  private final List<String> prefixes;

  UseCase(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  /** Of which no two begin alike, so that a slot has one use case at most. */
  public List<String> prefixes() {
    return prefixes;
  }

  public static Optional<UseCase> of(String slot) {
    return Arrays.stream(values()).filter(one -> one.has(slot)).findFirst();
  }

  boolean has(String slot) {
    return prefixes.stream().anyMatch(slot::startsWith);
  }
}
