package dev.attune.decision.slot;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.decision.DecisionContext;
import dev.attune.record.Reason;
import dev.attune.record.Reason.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a product is marked with for this shopper, the most telling first. */
public enum Badge {
  BUY_AGAIN(
      Tone.NEUTRAL,
      (product, page) ->
          when(page.shown().hasBought(product.id()), new Reason(Code.BUY_AGAIN, null))),
  LOW_STOCK(
      Tone.URGENT, (product, page) -> when(lowOnStock(product), new Reason(Code.LOW_STOCK, null))),
  PRICE_DROP(
      Tone.PRICE, (product, page) -> when(reduced(product), new Reason(Code.PRICE_DROP, null))),
  YOUR_BRAND(Tone.POSITIVE, Badge::yourBrand),
  BESTSELLER(
      Tone.POSITIVE,
      (product, page) ->
          when(
              page.models().popularity().score(product.id()) >= Badge.BESTSELLING,
              new Reason(Code.BESTSELLER, null))),
  NEW(
      Tone.NEUTRAL,
      (product, page) ->
          when(page.catalog().newness(product, page.now()) > 0, new Reason(Code.NEW, null)));

  /** Fewer pieces than this are few, over all variants. */
  private static final int FEW = 4;

  /** A brand with this share of a shopper's interest in brands is theirs. */
  private static final double THEIRS = 0.25;

  /** The share of the most popular product's popularity that makes a bestseller. */
  static final double BESTSELLING = 0.85;

  private final Tone tone;
  private final BiFunction<Product, DecisionContext, Optional<Reason>> applies;

  Badge(Tone tone, BiFunction<Product, DecisionContext, Optional<Reason>> applies) {
    this.tone = tone;
    this.applies = applies;
  }

  /** How loud it is. */
  public enum Tone {
    NEUTRAL,
    POSITIVE,
    URGENT,
    PRICE
  }

  /** A badge that a product carries, and why. */
  public record Shown(Badge badge, Reason reason) {}

  /** The badges of a product for this shopper, at most {@code first}. */
  public static List<Shown> of(Product product, DecisionContext page, int first) {
    return Arrays.stream(values())
        .flatMap(
            badge -> badge.applies.apply(product, page).map(why -> new Shown(badge, why)).stream())
        .limit(first)
        .toList();
  }

  public Tone tone() {
    return tone;
  }

  private static Optional<Reason> yourBrand(Product product, DecisionContext page) {
    @Nullable String brand = product.brand();
    boolean theirs =
        brand != null && page.hasHistory() && page.shown().tasteForBrand(brand) >= THEIRS;
    return when(theirs, new Reason(Code.YOUR_BRAND, brand));
  }

  private static boolean lowOnStock(Product product) {
    int left = 0;
    for (Variant variant : product.variants()) {
      Integer quantity = variant.quantity();
      if (quantity == null) {
        return false;
      }
      left += variant.forSale() ? quantity : 0;
    }
    return left > 0 && left < FEW;
  }

  private static boolean reduced(Product product) {
    return product.variants().stream()
        .anyMatch(variant -> variant.forSale() && variant.compareAt() != null);
  }

  private static Optional<Reason> when(boolean applies, Reason reason) {
    return applies ? Optional.of(reason) : Optional.empty();
  }
}
