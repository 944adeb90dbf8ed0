package dev.attune.decision.source.badge;

import dev.attune.catalog.ProductId;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Feature;
import java.util.Arrays;
import java.util.Optional;

/** What a product can be marked with; one feature says that it applies and how much. */
public enum Badge {
  BUY_AGAIN(Tone.NEUTRAL, Feature.DUE_AGAIN),
  GOES_WITH_YOUR_CART(Tone.POSITIVE, Feature.GOES_WITH_CART),
  LOW_STOCK(Tone.URGENT, Feature.LOW_STOCK),
  BACK_IN_STOCK(Tone.POSITIVE, Feature.BACK_IN_STOCK),
  PRICE_DROP(Tone.PRICE, Feature.PRICE_DROP),
  YOUR_SIZE(Tone.POSITIVE, Feature.OWN_SIZE),
  YOUR_BRAND(Tone.POSITIVE, Feature.TASTE_BRAND),
  BESTSELLER(Tone.POSITIVE, Feature.BESTSELLER),
  NEW(Tone.NEUTRAL, Feature.NEWNESS);

  private final Tone tone;
  private final Feature feature;

  Badge(Tone tone, Feature feature) {
    this.tone = tone;
    this.feature = feature;
  }

  /** How loud it is. */
  public enum Tone {
    NEUTRAL,
    POSITIVE,
    URGENT,
    PRICE
  }

  /**
   * A badge on a product.
   *
   * @param code its name here, or the id of one of the merchant's own
   */
  public record Marked(String code, ProductId product) {}

  public Tone tone() {
    return tone;
  }

  /** What says that it applies. */
  Feature feature() {
    return feature;
  }

  /** The id of this badge on a product. */
  public GlobalId on(ProductId product) {
    return id(name(), product);
  }

  /** The id of a badge on a product. */
  static GlobalId id(String code, ProductId product) {
    return new GlobalId(NodeType.PRODUCT_BADGE, code + "/" + product.value());
  }

  /** The badge that the shop gives by itself under a code. */
  public static Optional<Badge> automatic(String code) {
    return Arrays.stream(values()).filter(badge -> badge.name().equals(code)).findFirst();
  }

  /** What {@link #id} named; empty for anything else. */
  public static Optional<Marked> marked(GlobalId id) {
    int slash = id.local().indexOf('/');
    if (id.type() != NodeType.PRODUCT_BADGE || slash < 1 || slash == id.local().length() - 1) {
      return Optional.empty();
    }
    String code = id.local().substring(0, slash);
    return Optional.of(new Marked(code, new ProductId(id.local().substring(slash + 1))));
  }
}
