package dev.attune.record;

/**
 * Everything a decision may know of a candidate. A decision reads nothing else, so that what was
 * recorded is enough to decide again. Flags are 0 or 1, the rest is 0 to 1 unless stated.
 */
public enum Feature {
  // flags that filters read
  FOR_SALE(Basis.POPULAR),
  PRICED(Basis.POPULAR),
  REJECTED(Basis.PERSONALIZED),
  ON_PAGE(Basis.POPULAR),
  IN_CART(Basis.SESSION),
  ITSELF(Basis.POPULAR),
  /** Of the same leaf category as something in the cart, and nobody buys two of that. */
  SAME_KIND(Basis.SESSION),
  /** Of the same leaf category as what the page is about, and nobody buys two of that. */
  OWN_KIND(Basis.POPULAR),
  LIVE(Basis.MERCHANDISED),
  IN_AUDIENCE(Basis.MERCHANDISED),
  /** Bought within the last days, and not yet due again. */
  JUST_BOUGHT(Basis.PERSONALIZED),

  // how somebody came
  CAMPAIGN(Basis.SESSION),

  // this visit
  SESSION_CATEGORY(Basis.SESSION),
  SESSION_BRAND(Basis.SESSION),
  /** What sessions like this one went on to. */
  NEXT(Basis.SESSION),
  GOES_WITH_CART(Basis.SESSION),
  /** Not dearer than what is in the cart is 1, twice as dear is a half. */
  PRICE_FIT(Basis.SESSION),

  // history
  TASTE_CATEGORY(Basis.PERSONALIZED),
  TASTE_BRAND(Basis.PERSONALIZED),
  TASTE_ATTRIBUTE(Basis.PERSONALIZED),
  /** Close to what the shopper viewed and bought over time. */
  HISTORY(Basis.PERSONALIZED),
  RECENTLY_VIEWED(Basis.PERSONALIZED),
  /** About as dear, within its category, as what the shopper goes for. */
  PRICE_TASTE(Basis.PERSONALIZED),
  /** Shown again and again and not taken; it counts against a thing. */
  IGNORED(Basis.PERSONALIZED),
  DUE_AGAIN(Basis.PERSONALIZED),
  /** The hero, offer or card is meant for those who were here before, at this stage. */
  STAGE(Basis.PERSONALIZED),

  // the product on the page
  SIMILAR(Basis.POPULAR),
  BOUGHT_TOGETHER(Basis.POPULAR),
  RELATED(Basis.MERCHANDISED),

  // everybody
  POPULARITY(Basis.POPULAR),
  TREND(Basis.POPULAR),
  NEWNESS(Basis.POPULAR),
  /** How often looking ends in buying: .5 is the shop's average, 0 is never. */
  CONVERSION(Basis.POPULAR),
  /** What is left of its price after its cost, 0 to 1; 0 where costs are not good enough. */
  MARGIN(Basis.POPULAR),
  /** How well it matches a query, above 0. */
  RELEVANCE(Basis.POPULAR),

  // merchants
  PRIORITY(Basis.MERCHANDISED),
  /** The hero, offer or card is meant for newcomers, and this is one. */
  WELCOME(Basis.MERCHANDISED),
  EVERGREEN(Basis.MERCHANDISED),

  /** Little is known of it: it is new, or nobody looks at it. */
  UNTRIED(Basis.POPULAR),
  /** It is shown to learn of it; the probability that it is. */
  EXPLORED(Basis.POPULAR),
  /** What merchants' rules add to a score. */
  RULE(Basis.MERCHANDISED),
  /** How much more is in stock than is wanted, 0 to 1; 0 where the shop does not say. */
  STOCK_COVER(Basis.MERCHANDISED),
  /** How much of the stock demand will take, 0 to 1; 0 where the shop does not say. */
  SELL_THROUGH(Basis.MERCHANDISED),

  // of a product as a badge would see it
  LOW_STOCK(Basis.POPULAR),
  PRICE_DROP(Basis.POPULAR),
  BESTSELLER(Basis.POPULAR),
  /** It was out of stock for a while, and has been in stock again for a few days. */
  BACK_IN_STOCK(Basis.POPULAR),
  /** The shopper wanted it while it was out of stock, and may not know that it is back. */
  WAITED_FOR(Basis.PERSONALIZED),
  /** It comes in a size that the shopper wears. */
  OWN_SIZE(Basis.PERSONALIZED),

  // of an offer and of who may get it
  /** The share of the price that an offer takes off. */
  DISCOUNT(Basis.MERCHANDISED),
  /** The costs of what an offer is for are known, and MARGIN says what they leave. */
  COSTED(Basis.MERCHANDISED),
  /** What this very offer has to leave of the price after the cost; 0 for the shop's floor. */
  MARGIN_FLOOR(Basis.MERCHANDISED),
  /** The share of what the shopper bought, or looked at, that was cheaper than usual. */
  DISCOUNT_AFFINITY(Basis.PERSONALIZED),
  /** On how many orders the discount affinity rests, 0 to 16. */
  ORDERS(Basis.PERSONALIZED),
  /** A buyer who has not been here for long. */
  LAPSING(Basis.PERSONALIZED),

  // content that is for other pages; absent in records from before it could be
  /** It is for other markets. */
  OTHER_MARKET(Basis.MERCHANDISED),
  /** It is for pages in other languages. */
  OTHER_LOCALE(Basis.MERCHANDISED),
  /** It is for another time. */
  OTHER_TIME(Basis.MERCHANDISED),
  /** It is for shoppers of other segments. */
  OTHER_SEGMENT(Basis.MERCHANDISED),

  // the product on the page; absent in records from before it was looked at
  /** It is made for people of another gender or age. */
  OTHER_PEOPLE(Basis.POPULAR);

  private final Basis basis;

  Feature(Basis basis) {
    this.basis = basis;
  }

  /** Whether it keeps a thing from being shown. */
  boolean hides() {
    return this == REJECTED || this == IN_CART || this == JUST_BOUGHT;
  }

  /** What an answer rests on when this feature earned its place. */
  public Basis basis() {
    return basis;
  }
}
