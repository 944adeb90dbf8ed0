package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.Assortment;
import dev.attune.catalog.compact.Card;
import dev.attune.catalog.compact.Leaf;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.taste.ShopperFacts;
import dev.attune.models.Models;
import dev.attune.models.compact.Tally;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a product for this shopper on this page, whoever proposed it. */
public final class ProductFacts {
  /** What the most popular product of the shop is taken to sell in a month, in pieces. */
  private static final double BESTSELLER_PIECES = 400;

  /** A stock that nobody would call too large, in pieces. */
  private static final double FEW_PIECES = 10;

  private final Ask ask;
  private final DecisionContext context;
  private final ShopperFacts shopper;
  private final CatalogSnapshot catalog;
  private final Assortment assortment;
  private final Tally shown = new Tally(8);
  private final boolean elsewhere;
  private final int itself;
  private final @Nullable Card about;

  /** The leaf category of what the page is about, -1 where people buy several of that. */
  private final int ownKind;

  /** One after the other is described on it. */
  private final Features.Sheet sheet = new Features.Sheet();

  public ProductFacts(Ask ask) {
    this.ask = ask;
    this.context = ask.context();
    this.shopper = ShopperFacts.of(ask);
    this.catalog = context.catalog();
    this.assortment = catalog.assortment();
    this.elsewhere = !(ask.shown() instanceof Ask.Shown);
    if (ask.shown() instanceof Ask.Shown on) {
      for (GlobalId id : on.ids()) {
        int place = id.type() == NodeType.PRODUCT ? catalog.ordinal(new ProductId(id.local())) : -1;
        if (place >= 0) {
          shown.putIfAbsent(place, 1);
        }
      }
    }
    ProductId product = ask.product();
    this.itself = product == null ? -1 : catalog.ordinal(product);
    this.about = itself < 0 ? null : assortment.card(itself);
    this.ownKind = about == null ? -1 : kind(about.leaf());
  }

  private int kind(int number) {
    @Nullable Leaf leaf = number < 0 ? null : assortment.leaves().get(number);
    return leaf == null || context.models().multiples().has(leaf.id()) ? -1 : number;
  }

  /** The product as a candidate. */
  public Candidate describe(Product product, String source) {
    int place = catalog.ordinal(product.id());
    int number = context.models().number(catalog, place);
    sheet.clear();
    Card card = assortment.card(place);
    return describe(
        place, source, card, shopper.kind(card), new Learned(context.models(), number), 0);
  }

  /**
   * All that was proposed, in its order. What is known of them is fetched in one go, because memory
   * answers many questions at a time nearly as soon as one.
   */
  List<Candidate> describe(Proposals proposals) {
    int size = proposals.size();
    Card[] cards = new Card[size];
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      cards[i] = assortment.card(proposals.place(i));
      numbers[i] = context.models().number(catalog, proposals.place(i));
    }
    Learned learned = new Learned(context.models(), numbers);
    ShopperFacts.Kind[] kinds = new ShopperFacts.Kind[size];
    for (int i = 0; i < size; i++) {
      kinds[i] = shopper.kind(cards[i]);
    }
    List<Candidate> candidates = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      sheet.clear();
      proposals.tell(i, sheet);
      candidates.add(
          describe(proposals.place(i), proposals.source(i), cards[i], kinds[i], learned, i));
    }
    return candidates;
  }

  private Candidate describe(
      int place, String source, Card card, ShopperFacts.Kind kind, Learned learned, int at) {
    note(place, card);
    note(card, kind);
    note(card, learned, at);
    return new Candidate(card.id(), source, kind.id(), card.brand(), kind.top(), sheet.read());
  }

  /** What models know of some products: their levels are NaN where they have none. */
  private static final class Learned {
    private final double[] popularity;
    private final double[] conversion;
    private final double[] levels;

    Learned(Models models, int... numbers) {
      popularity = new double[numbers.length];
      conversion = new double[numbers.length];
      levels = new double[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        popularity[i] = models.popularity().score(numbers[i]);
        conversion[i] = models.conversion().score(numbers[i]);
        levels[i] = models.priceLevels().of(numbers[i]);
      }
    }
  }

  /** What is known of the product alone. */
  private void note(int place, Card card) {
    sheet.flag(Feature.FOR_SALE, card.forSale());
    sheet.flag(Feature.PRICED, card.priced());
    sheet.flag(Feature.ON_PAGE, shown.has(place) || (elsewhere && ask.shown().test(card.id())));
    sheet.flag(Feature.ITSELF, place == itself);
    sheet.flag(Feature.OWN_KIND, ownKind >= 0 && card.leaf() == ownKind);
    sheet.flag(Feature.OTHER_PEOPLE, about != null && card.isForOthersThan(about));
    sheet.flag(Feature.IN_CART, shopper.hasInCart(place));
    sheet.flag(Feature.JUST_BOUGHT, shopper.hasJustBought(place));
    double lost = shopper.lost(place);
    if (lost != 0) {
      sheet.put(Feature.IGNORED, lost);
    }
    if (context.now().getEpochSecond() - card.addedAt() < CatalogSnapshot.NEW.toSeconds()) {
      sheet.raise(Feature.NEWNESS, catalog.newness(catalog.at(place), context.now()));
    }
  }

  /** What is known of it with its category and for this shopper. */
  private void note(Card card, ShopperFacts.Kind kind) {
    @Nullable String brand = card.brand();
    if (shopper.hasCart()) {
      sheet.flag(Feature.SAME_KIND, kind.sameKind());
      if (card.price() > 0 && shopper.dearest() > 0) {
        sheet.put(Feature.PRICE_FIT, Math.min(1, shopper.dearest() / card.price()));
      }
    }
    sheet.flag(Feature.REJECTED, kind.rejected() || shopper.rejects(card));
    sheet.put(Feature.SESSION_CATEGORY, kind.session());
    sheet.put(Feature.TASTE_CATEGORY, kind.taste());
    if (brand != null && shopper.tastesBrands()) {
      sheet.put(Feature.TASTE_BRAND, context.profile().tasteForBrand(brand));
    }
    if (kind.costed()) {
      sheet.put(Feature.MARGIN, card.margin());
    }
  }

  private void note(Card card, Learned learned, int at) {
    double popularity = learned.popularity[at];
    double conversion = learned.conversion[at];
    sheet.raise(Feature.POPULARITY, popularity);
    sheet.put(Feature.CONVERSION, conversion);
    PricePosition position = shopper.position();
    if (position.sure() > 0 && !Double.isNaN(learned.levels[at])) {
      sheet.put(Feature.PRICE_TASTE, position.fit(learned.levels[at]));
    }
    if (context.rules().weighs()) {
      stock(card.pieces(), BESTSELLER_PIECES * popularity * conversion);
    }
  }

  /**
   * Over demand, where it is known and there is any.
   *
   * @param wanted what a product of this popularity and conversion may sell in a month
   */
  private void stock(double pieces, double wanted) {
    if (pieces > 0) {
      sheet.put(Feature.STOCK_COVER, pieces / (pieces + FEW_PIECES + wanted));
      sheet.put(Feature.SELL_THROUGH, wanted / (pieces + wanted));
    }
  }
}
