package dev.attune.platform.database;

/** The two databases of a shop: what it sells, and who comes. */
public enum Store {
  /** Products, categories, and what merchants write. */
  CATALOG("catalog"),
  /** Events, identities, profiles, consent and decisions. */
  CUSTOMER("customer");

  /** The datasource's name, as a constant for annotations. */
  public static final String CATALOG_NAME = "catalog";

  /** The datasource's name, as a constant for annotations. */
  public static final String CUSTOMER_NAME = "customer";

  private final String id;

  Store(String id) {
    this.id = id;
  }

  /** The name of its datasource, and of its database in the embedded server. */
  public String id() {
    return id;
  }

  /** The setting that replaces the embedded database, {@code ATTUNE_CATALOG_URL} as a variable. */
  String urlSetting() {
    return "attune." + id + ".url";
  }
}
