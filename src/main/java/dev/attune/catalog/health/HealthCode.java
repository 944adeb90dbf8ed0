package dev.attune.catalog.health;

/** What can be wrong with a product, and how much it costs the score where all products have it. */
public enum HealthCode {
  MISSING_PRICE(3, "have no price and cannot be sold. Give them a price in the feed"),
  MISSING_CATEGORY(3, "are in no category. Name a product_type in the feed"),
  BROKEN_CATEGORY_PATH(
      2, "stand in a path that names one category twice. Mend the product_type in the feed"),
  MISSING_IMAGE(3, "have no picture. Give them an image_link in the feed"),
  INCOMPLETE_ATTRIBUTES(
      2, "lack attributes that most products of their category have. Fill them in"),
  MISSING_DESCRIPTION(1, "have no description. Search and shoppers read it"),
  MISSING_BRAND(1, "have no brand. Brand filters and tastes miss them"),
  MISSING_COST(2, "have no cost, so that nothing can be ranked by margin. Add cost_of_goods_sold"),
  MISSING_STOCK(
      1, "do not say how many there are. Add quantity, or send them to /v1/catalog/stock"),
  STALE_STOCK(2, "have had no word of their stock for a week. Send it to /v1/catalog/stock"),
  DUPLICATE_TITLE(1, "share their title with another product. Merge them or tell them apart"),
  SPELLED_DIFFERENTLY(
      1, "write a tag, brand or value in another way than most do. Agree on one spelling"),
  NO_RELATIONS(1, "relate to no other product. State accessories, routines or what they fit"),
  /** Costs nothing: what is wrong of relations is not shown. */
  BROKEN_RELATION(
      0,
      "relate to what the shop has not, replace each other in a circle, or share a step of a"
          + " routine. Mend their relations");

  private final int weight;
  private final String advice;

  HealthCode(int weight, String advice) {
    this.weight = weight;
    this.advice = advice;
  }

  int weight() {
    return weight;
  }

  /** What it means for so many products and what to do, one sentence for merchants. */
  public String sentence(int affected, int of) {
    return affected + " of " + of + " products " + advice + ".";
  }
}
