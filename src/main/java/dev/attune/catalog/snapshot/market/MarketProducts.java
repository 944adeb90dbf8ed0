package dev.attune.catalog.snapshot.market;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells products as one view sees them at one instant. */
public final class MarketProducts {
  private final MarketView view;
  private final MarketSaid said;
  private final Instant now;

  public MarketProducts(MarketView view, MarketSaid said, Instant now) {
    this.view = view;
    this.said = said;
    this.now = now;
  }

  /** The product with this view's prices and texts; empty when it has no price here. */
  public Optional<Product> of(Product product) {
    Product told = words(product);
    List<Variant> variants = new ArrayList<>(product.variants().size());
    boolean same = true;
    boolean priced = false;
    for (Variant variant : told.variants()) {
      Variant seen = of(variant);
      same &= seen == variant;
      priced |= seen.price() != null;
      variants.add(seen);
    }
    return priced ? Optional.of(same ? told : told.with(variants)) : Optional.empty();
  }

  private Variant of(Variant variant) {
    @Nullable StoredPrice stated = said.prices().get(variant.id());
    if (stated != null) {
      return variant.priced(stated.at(now), stated.onSale(now) ? stated.regular() : null);
    }
    Money own = variant.price();
    boolean holds =
        own == null || view.currency() == null || own.currency().equals(view.currency());
    return holds ? variant : variant.priced(null, null);
  }

  private Product words(Product product) {
    if (said.words().isEmpty()) {
      return product;
    }
    List<String> titles = new ArrayList<>();
    @Nullable String description = null;
    for (Variant variant : product.variants()) {
      @Nullable MarketWords words = said.words().get(variant.id());
      if (words != null && words.title() != null) {
        titles.add(words.title());
      }
      if (words != null && description == null) {
        description = words.description();
      }
    }
    if (titles.isEmpty() && description == null) {
      return product;
    }
    String title = titles.isEmpty() ? product.title() : VariantTitles.common(titles);
    return product
        .called(title, description == null ? product.description() : description)
        .with(product.variants().stream().map(variant -> called(variant, title)).toList());
  }

  /** What its options say stays as it is. */
  private Variant called(Variant variant, String product) {
    @Nullable MarketWords words = said.words().get(variant.id());
    return words == null || words.title() == null || !variant.options().isEmpty()
        ? variant
        : variant.called(VariantTitles.own(words.title(), product, List.of()));
  }
}
