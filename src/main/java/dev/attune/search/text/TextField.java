package dev.attune.search.text;

/** The parts of a product that are searched. */
enum TextField {
  TITLE("title"),
  /** The words that say what kind of thing it is. */
  KIND("kind"),
  BRAND("brand"),
  CATEGORY("category"),
  ATTRIBUTES("attributes"),
  DESCRIPTION("description");

  /** Unstemmed words, for spelling only. */
  static final String WORDS = "words";

  /** Exact {@code field=value}, lower case, for names understood in a query. */
  static final String EXACT = "exact";

  private final String field;

  TextField(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }
}
