package dev.attune.search.text;

/** The parts of a product that are searched, with what a match in them is worth. */
enum TextField {
  TITLE("title", 3),
  BRAND("brand", 2),
  CATEGORY("category", 2),
  ATTRIBUTES("attributes", 1),
  DESCRIPTION("description", .6f);

  /** Unstemmed words, for spelling only. */
  static final String WORDS = "words";

  /** Exact {@code field=value}, lower case, for names understood in a query. */
  static final String EXACT = "exact";

  private final String field;
  private final float worth;

  TextField(String field, float worth) {
    this.field = field;
    this.worth = worth;
  }

  String field() {
    return field;
  }

  float worth() {
    return worth;
  }
}
