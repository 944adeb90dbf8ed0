package dev.attune.platform.id;

/** The kinds of objects that have a global id. */
public enum NodeType {
  PRODUCT("Product"),
  VARIANT("ProductVariant"),
  CATEGORY("Category"),
  BRAND("Brand"),
  COLLECTION("Collection"),
  CONTENT_CARD("ContentCard"),
  HERO("Hero"),
  OFFER("Offer"),
  PRODUCT_BADGE("ProductBadge"),
  DECISION("Decision"),
  SHOPPER("Shopper");

  private final String typeName;

  NodeType(String typeName) {
    this.typeName = typeName;
  }

  /** The name of its type in the GraphQL schema. */
  public String typeName() {
    return typeName;
  }
}
