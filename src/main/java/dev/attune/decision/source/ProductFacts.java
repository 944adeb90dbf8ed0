package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.catalog.compact.Assortment;
import dev.attune.catalog.compact.Card;
import dev.attune.catalog.compact.Leaf;
import dev.attune.catalog.health.Gate;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.taste.CategoryTaste;
import dev.attune.models.compact.Tally;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Ignored;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a product for this shopper on this page, whoever proposed it. */
public final class ProductFacts {
  /** What was bought is not recommended again for so long, unless it is due. */
  private static final Duration JUST_BOUGHT = Duration.ofDays(14);

  /** What the most popular product of the shop is taken to sell in a month, in pieces. */
  private static final double BESTSELLER_PIECES = 400;

  /** A stock that nobody would call too large, in pieces. */
  private static final double FEW_PIECES = 10;

  private final Ask ask;
  private final DecisionContext context;
  private final Profile profile;
  private final CatalogSnapshot catalog;
  private final Assortment assortment;
  private final @Nullable Kind[] kinds;
  private final CategoryTaste sessions;
  private final CategoryTaste tastes;
  private final Tally bought = new Tally(8);
  private final Tally cart = new Tally(8);
  private final Tally ignored = new Tally(8);
  private final Tally shown = new Tally(8);
  private final boolean elsewhere;
  private final int itself;
  private final Tally inCart = new Tally(8);
  private final boolean tastesBrands;
  private final double dearest;
  private final PricePosition position;

  /**
   * What is the same for all products of a leaf category.
   *
   * @param id its own
   * @param sameKind there is one in the cart, and nobody buys two of that
   * @param costed margins may act there
   * @param top the title of its top category
   */
  private record Kind(
      @Nullable String id,
      double session,
      double taste,
      boolean rejected,
      boolean sameKind,
      boolean costed,
      @Nullable String top) {
    static final Kind NONE = new Kind(null, 0, 0, false, false, true, null);
  }

  public ProductFacts(Ask ask) {
    this.ask = ask;
    this.context = ask.context();
    this.profile = context.profile();
    boolean history = context.hasHistory();
    this.catalog = context.catalog();
    this.assortment = catalog.assortment();
    this.kinds = new Kind[assortment.leaves().size()];
    this.sessions = new CategoryTaste(assortment, profile.session());
    this.tastes = new CategoryTaste(assortment, history ? profile.lasting() : List.of());
    Instant justNow = context.now().minus(JUST_BOUGHT);
    for (Touched purchase : profile.bought()) {
      if (purchase.last().isAfter(justNow)) {
        note(purchase.product(), bought);
      }
    }
    ask.cart().forEach(id -> note(id, cart));
    for (Ignored one : profile.ignored()) {
      GlobalId.parse(one.subject())
          .filter(id -> id.type() == NodeType.PRODUCT)
          .ifPresent(id -> note(new ProductId(id.local()), ignored, one.times()));
    }
    this.elsewhere = !(ask.shown() instanceof Ask.Shown);
    if (ask.shown() instanceof Ask.Shown on) {
      for (GlobalId id : on.ids()) {
        if (id.type() == NodeType.PRODUCT) {
          note(new ProductId(id.local()), shown);
        }
      }
    }
    this.position =
        history ? PricePosition.of(profile, context.models().priceLevels()) : PricePosition.UNKNOWN;
    ProductId about = ask.product();
    this.itself = about == null ? -1 : catalog.ordinal(about);
    this.tastesBrands = history && any(profile.lasting(), Dimension.BRAND);
    double[] most = {0};
    cart.each(
        (place, any) -> {
          Card card = assortment.card(place);
          if (card.leaf() >= 0) {
            inCart.putIfAbsent(card.leaf(), 1);
          }
          most[0] = Math.max(most[0], card.price());
        });
    this.dearest = most[0];
  }

  private static boolean any(List<Affinity> interests, Dimension wanted) {
    for (Affinity interest : interests) {
      if (interest.dimension() == wanted) {
        return true;
      }
    }
    return false;
  }

  private void note(ProductId id, Tally into) {
    note(id, into, 1);
  }

  private void note(ProductId id, Tally into, int times) {
    int place = catalog.ordinal(id);
    if (place >= 0) {
      into.putIfAbsent(place, times);
    }
  }

  /** The product as a candidate. */
  public Candidate describe(Product product, String source) {
    return describe(catalog.ordinal(product.id()), source, new Features.Sheet());
  }

  /**
   * The product at a place of the catalog as a candidate.
   *
   * @param known what its proposers said of it
   */
  Candidate describe(int place, String source, Features.Sheet known) {
    Card card = assortment.card(place);
    Kind kind = card.leaf() < 0 ? Kind.NONE : kind(card.leaf());
    note(known, place, card);
    note(known, card, kind);
    learned(known, place);
    return new Candidate(card.id(), source, kind.id(), card.brand(), kind.top(), known.read());
  }

  /** What is known of the product alone. */
  private void note(Features.Sheet known, int place, Card card) {
    known.flag(Feature.FOR_SALE, card.forSale());
    known.flag(Feature.PRICED, card.priced());
    known.flag(Feature.ON_PAGE, shown.has(place) || (elsewhere && ask.shown().test(card.id())));
    known.flag(Feature.ITSELF, place == itself);
    known.flag(Feature.IN_CART, cart.has(place));
    known.flag(Feature.JUST_BOUGHT, bought.has(place));
    if (ignored.has(place)) {
      known.put(Feature.IGNORED, Ignored.lost(ignored.get(place)));
    }
    if (context.now().getEpochSecond() - card.addedAt() < CatalogSnapshot.NEW.toSeconds()) {
      known.raise(Feature.NEWNESS, catalog.newness(catalog.at(place), context.now()));
    }
  }

  /** What is known of it with its category and for this shopper. */
  private void note(Features.Sheet known, Card card, Kind kind) {
    @Nullable String brand = card.brand();
    if (cart.size() > 0) {
      known.flag(Feature.SAME_KIND, kind.sameKind());
      if (card.price() > 0 && dearest > 0) {
        known.put(Feature.PRICE_FIT, Math.min(1, dearest / card.price()));
      }
    }
    known.flag(Feature.REJECTED, kind.rejected() || rejected(card));
    known.put(Feature.SESSION_CATEGORY, kind.session());
    known.put(Feature.TASTE_CATEGORY, kind.taste());
    if (brand != null && tastesBrands) {
      known.put(Feature.TASTE_BRAND, profile.tasteForBrand(brand));
    }
    if (kind.costed()) {
      known.put(Feature.MARGIN, card.margin());
    }
  }

  /** What models know of it. */
  private void learned(Features.Sheet known, int place) {
    int number = context.models().number(catalog, place);
    double popularity = context.models().popularity().score(number);
    double conversion = context.models().conversion().score(number);
    known.raise(Feature.POPULARITY, popularity);
    known.put(Feature.CONVERSION, conversion);
    if (position.sure() > 0) {
      double level = context.models().priceLevels().of(number);
      if (!Double.isNaN(level)) {
        known.put(Feature.PRICE_TASTE, position.fit(level));
      }
    }
    if (context.rules().weighs()) {
      stock(known, catalog.at(place), BESTSELLER_PIECES * popularity * conversion);
    }
  }

  /**
   * Over demand.
   *
   * @param wanted what a product of this popularity and conversion may sell in a month
   */
  private static void stock(Features.Sheet known, Product product, double wanted) {
    double pieces = 0;
    for (Variant variant : product.variants()) {
      @Nullable Integer quantity = variant.quantity();
      if (quantity == null) {
        return;
      }
      pieces += quantity;
    }
    if (pieces > 0) {
      known.put(Feature.STOCK_COVER, pieces / (pieces + FEW_PIECES + wanted));
      known.put(Feature.SELL_THROUGH, wanted / (pieces + wanted));
    }
  }

  private Kind kind(int number) {
    @Nullable Kind kind = kinds[number];
    if (kind == null) {
      kind = describe(number);
      kinds[number] = kind;
    }
    return kind;
  }

  private Kind describe(int number) {
    Leaf leaf = assortment.leaves().get(number);
    return new Kind(
        leaf.name(),
        sessions.in(leaf),
        tastes.in(leaf),
        !profile.rejected().isEmpty() && rejected(leaf),
        inCart.has(number) && !context.models().multiples().has(leaf.id()),
        context.gates().open(Gate.MARGIN, leaf.id()),
        leaf.top());
  }

  private boolean rejected(Leaf leaf) {
    for (int number : leaf.lineage()) {
      String name = assortment.leaves().get(number).name();
      if (profile.rejected().contains(new GlobalId(NodeType.CATEGORY, name).toString())) {
        return true;
      }
    }
    return false;
  }

  private boolean rejected(Card card) {
    @Nullable String brand = card.brand();
    Set<String> rejected = profile.rejected();
    return !rejected.isEmpty()
        && (rejected.contains(card.id().toString())
            || rejected.contains(card.id().local())
            || (brand != null
                && rejected.contains(new GlobalId(NodeType.BRAND, brand).toString())));
  }
}
