package dev.attune.search.listing;

/** How a list of products is ordered; the product id breaks ties. */
public enum ProductSort {
  /** An explicit list as handed in, a category by demand and then in the shop's order. */
  FEATURED,
  /** As handed in, or a search's ranking. */
  RELEVANCE,
  PRICE_ASC,
  PRICE_DESC,
  NEWEST,
  BESTSELLING
}
