package dev.attune.decision.source.taste;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.Assortment;
import dev.attune.catalog.compact.Card;
import dev.attune.catalog.compact.Leaf;
import dev.attune.catalog.health.Gate;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.models.compact.Tally;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Ignored;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a shopper and a cart say of products, by places and categories: for all lists of a page. */
public final class ShopperFacts {
  /** What was bought is not recommended again for so long, unless it is due. */
  private static final Duration JUST_BOUGHT = Duration.ofDays(14);

  private final DecisionContext context;
  private final Profile profile;
  private final CatalogSnapshot catalog;
  private final Assortment assortment;
  private final List<ProductId> inCart;
  private final @Nullable Kind[] kinds;
  private final CategoryTaste sessions;
  private final CategoryTaste tastes;
  private final Tally bought = new Tally(8);
  private final Tally cart = new Tally(8);
  private final Tally cartKinds = new Tally(8);
  private final Tally ignored = new Tally(8);
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
  public record Kind(
      @Nullable String id,
      double session,
      double taste,
      boolean rejected,
      boolean sameKind,
      boolean costed,
      @Nullable String top) {
    private static final Kind NONE = new Kind(null, 0, 0, false, false, true, null);
  }

  /** Those of the page; found out for its first list. */
  public static ShopperFacts of(Ask ask) {
    return ask.context()
        .notes()
        .of(
            ShopperFacts.class,
            known -> known.inCart.equals(ask.cart()),
            () -> new ShopperFacts(ask.context(), ask.cart()));
  }

  private ShopperFacts(DecisionContext context, List<ProductId> inCart) {
    this.context = context;
    this.profile = context.profile();
    this.inCart = inCart;
    this.catalog = context.catalog();
    this.assortment = catalog.assortment();
    this.kinds = new Kind[assortment.leaves().size()];
    boolean history = context.hasHistory();
    this.sessions = new CategoryTaste(assortment, profile.session());
    this.tastes = new CategoryTaste(assortment, history ? profile.lasting() : List.of());
    this.tastesBrands = history && any(profile.lasting(), Dimension.BRAND);
    this.position =
        history ? PricePosition.of(profile, context.models().priceLevels()) : PricePosition.UNKNOWN;
    Instant justNow = context.now().minus(JUST_BOUGHT);
    for (Touched purchase : profile.bought()) {
      if (purchase.last().isAfter(justNow)) {
        note(purchase.product(), bought, 1);
      }
    }
    for (Ignored one : profile.ignored()) {
      GlobalId.parse(one.subject())
          .filter(id -> id.type() == NodeType.PRODUCT)
          .ifPresent(id -> note(new ProductId(id.local()), ignored, one.times()));
    }
    inCart.forEach(id -> note(id, cart, 1));
    double[] most = {0};
    cart.each(
        (place, any) -> {
          Card card = assortment.card(place);
          if (card.leaf() >= 0) {
            cartKinds.putIfAbsent(card.leaf(), 1);
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

  private void note(ProductId id, Tally into, int times) {
    int place = catalog.ordinal(id);
    if (place >= 0) {
      into.putIfAbsent(place, times);
    }
  }

  public boolean hasCart() {
    return cart.size() > 0;
  }

  public boolean hasInCart(int place) {
    return cart.has(place);
  }

  public boolean hasJustBought(int place) {
    return bought.has(place);
  }

  /** What being shown and not taken leaves no more of the appeal of the product at a place. */
  public double lost(int place) {
    return ignored.has(place) ? Ignored.lost(ignored.get(place)) : 0;
  }

  /** Whether any brand is liked. */
  public boolean tastesBrands() {
    return tastesBrands;
  }

  /** The highest price in the cart, in minor units; 0 without any. */
  public double dearest() {
    return dearest;
  }

  public PricePosition position() {
    return position;
  }

  /** What is known of products of this one's leaf category. */
  public Kind kind(Card card) {
    int number = card.leaf();
    if (number < 0) {
      return Kind.NONE;
    }
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
        !profile.rejected().isEmpty() && rejects(leaf),
        cartKinds.has(number) && !context.models().multiples().has(leaf.id()),
        context.gates().open(Gate.MARGIN, leaf.id()),
        leaf.top());
  }

  private boolean rejects(Leaf leaf) {
    for (int number : leaf.lineage()) {
      String name = assortment.leaves().get(number).name();
      if (profile.rejected().contains(new GlobalId(NodeType.CATEGORY, name).toString())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the product itself, or its brand, was refused. */
  public boolean rejects(Card card) {
    @Nullable String brand = card.brand();
    Set<String> rejected = profile.rejected();
    return !rejected.isEmpty()
        && (rejected.contains(card.id().toString())
            || rejected.contains(card.id().local())
            || (brand != null
                && rejected.contains(new GlobalId(NodeType.BRAND, brand).toString())));
  }
}
