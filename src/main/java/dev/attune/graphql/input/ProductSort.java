package dev.attune.graphql.input;

/** In which order products are listed. */
public enum ProductSort {
  FEATURED,
  RELEVANCE,
  PRICE_ASC,
  PRICE_DESC,
  NEWEST,
  BESTSELLING
}
