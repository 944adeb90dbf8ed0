package dev.attune.decision.source;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.catalog.health.Gate;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a product for this shopper on this page, whoever proposed it. */
public final class ProductFacts {
  /** What was bought is not recommended again for so long, unless it is due. */
  private static final Duration JUST_BOUGHT = Duration.ofDays(14);

  /** What the most popular product of the shop is taken to sell in a month, in pieces. */
  private static final double BESTSELLER_PIECES = 400;

  /** A stock that nobody would call too large, in pieces. */
  private static final double FEW_PIECES = 10;

  /** How much of a thing's appeal is left after it was shown once more and not taken. */
  private static final double STILL_TAKEN = 0.85;

  private final Ask ask;
  private final DecisionContext context;
  private final Profile profile;
  private final boolean history;
  private final Map<CategoryId, CategoryInterest> interests = new HashMap<>();
  private final Map<ProductId, Touched> bought;
  private final Set<ProductId> cart;
  private final Set<CategoryId> inCart;
  private final double dearest;
  private final PricePosition position;

  private record CategoryInterest(double session, double taste, boolean rejected) {}

  public ProductFacts(Ask ask) {
    this.ask = ask;
    this.context = ask.context();
    this.profile = context.profile();
    this.history = context.hasHistory();
    this.bought =
        profile.bought().stream()
            .collect(Collectors.toMap(Touched::product, touched -> touched, (a, b) -> a));
    this.cart = new HashSet<>(ask.cart());
    List<Product> inside =
        cart.stream().flatMap(id -> context.catalog().product(id).stream()).toList();
    this.inCart =
        inside.stream()
            .flatMap((Product product) -> product.mainCategory().stream())
            .collect(Collectors.toSet());
    this.position = PricePosition.of(profile, context.models().priceLevels());
    this.dearest = inside.stream().mapToDouble(ProductFacts::price).max().orElse(0);
  }

  /** The product as a candidate. */
  public Candidate describe(Product product, String source) {
    return describe(product, source, new Features.Sheet());
  }

  /**
   * The product as a candidate.
   *
   * @param known what its proposers said of it
   */
  Candidate describe(Product product, String source, Features.Sheet known) {
    GlobalId id = new GlobalId(NodeType.PRODUCT, product.id().value());
    @Nullable CategoryId leaf = product.mainCategory().orElse(null);
    return new Candidate(
        id,
        source,
        leaf == null ? null : leaf.value(),
        product.brand(),
        context.catalog().topCategory(product.id()).map(this::title).orElse(null),
        features(known, product, id, leaf));
  }

  private Features features(
      Features.Sheet known, Product product, GlobalId id, @Nullable CategoryId leaf) {
    CategoryInterest interest = leaf == null ? new CategoryInterest(0, 0, false) : interest(leaf);
    String brand = product.brand();
    known.flag(Feature.FOR_SALE, product.forSale());
    known.flag(Feature.PRICED, product.priced());
    known.flag(Feature.ON_PAGE, ask.shown().test(id));
    known.flag(Feature.ITSELF, product.id().equals(ask.product()));
    known.flag(Feature.IN_CART, cart.contains(product.id()));
    if (!cart.isEmpty()) {
      beside(known, product, leaf);
    }
    known.flag(Feature.REJECTED, rejected(product, id, interest));
    known.flag(Feature.JUST_BOUGHT, justBought(product.id()));
    known.put(Feature.SESSION_CATEGORY, interest.session());
    known.put(Feature.TASTE_CATEGORY, interest.taste());
    if (brand != null && history) {
      known.put(Feature.TASTE_BRAND, profile.tasteForBrand(brand));
    }
    personal(known, product, id);
    known.raise(Feature.POPULARITY, context.models().popularity().score(product.id()));
    known.put(Feature.CONVERSION, context.models().conversion().score(product.id()));
    if (context.gates().open(Gate.MARGIN, product)) {
      known.put(Feature.MARGIN, product.margin());
    }
    if (context.rules().weighs()) {
      stock(known, product);
    }
    known.raise(Feature.NEWNESS, context.catalog().newness(product, context.now()));
    return known.read();
  }

  private void personal(Features.Sheet known, Product product, GlobalId id) {
    int times = profile.ignored(id);
    if (times > 0) {
      known.put(Feature.IGNORED, 1 - Math.pow(STILL_TAKEN, times));
    }
    if (history && position.sure() > 0) {
      context
          .models()
          .priceLevels()
          .of(product.id())
          .ifPresent(level -> known.put(Feature.PRICE_TASTE, position.fit(level)));
    }
  }

  /** Beside what is in the cart already. */
  private void beside(Features.Sheet known, Product product, @Nullable CategoryId leaf) {
    known.flag(
        Feature.SAME_KIND,
        leaf != null && inCart.contains(leaf) && !context.models().multiples().has(leaf));
    double price = price(product);
    if (price > 0 && dearest > 0) {
      known.put(Feature.PRICE_FIT, Math.min(1, dearest / price));
    }
  }

  private static double price(Product product) {
    return product.lowestPrice().map(money -> (double) money.minor()).orElse(0.0);
  }

  /** Over demand: what a product of this popularity and conversion may sell in a month. */
  private void stock(Features.Sheet known, Product product) {
    double pieces = 0;
    for (Variant variant : product.variants()) {
      @Nullable Integer quantity = variant.quantity();
      if (quantity == null) {
        return;
      }
      pieces += quantity;
    }
    double wanted =
        BESTSELLER_PIECES
            * context.models().popularity().score(product.id())
            * context.models().conversion().score(product.id());
    if (pieces > 0) {
      known.put(Feature.STOCK_COVER, pieces / (pieces + FEW_PIECES + wanted));
      known.put(Feature.SELL_THROUGH, wanted / (pieces + wanted));
    }
  }

  private CategoryInterest interest(CategoryId leaf) {
    return interests.computeIfAbsent(leaf, this::computeInterest);
  }

  private CategoryInterest computeInterest(CategoryId leaf) {
    List<CategoryId> lineage = context.catalog().lineage(leaf);
    double session = 0;
    double taste = 0;
    boolean rejected = false;
    for (CategoryId id : lineage) {
      session += profile.sessionInterest(id) / lineage.size();
      taste += history ? profile.taste(id) / lineage.size() : 0;
      rejected |=
          profile.rejected().contains(new GlobalId(NodeType.CATEGORY, id.value()).toString());
    }
    return new CategoryInterest(session, taste, rejected);
  }

  private boolean rejected(Product product, GlobalId id, CategoryInterest interest) {
    String brand = product.brand();
    Set<String> rejected = profile.rejected();
    return interest.rejected()
        || rejected.contains(id.toString())
        || rejected.contains(product.id().value())
        || (brand != null && rejected.contains(new GlobalId(NodeType.BRAND, brand).toString()));
  }

  private boolean justBought(ProductId id) {
    Touched purchase = bought.get(id);
    return purchase != null && purchase.last().isAfter(context.now().minus(JUST_BOUGHT));
  }

  private String title(CategoryId id) {
    return context.catalog().category(id).map(Category::title).orElse(id.value());
  }
}
