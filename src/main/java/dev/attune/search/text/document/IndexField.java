package dev.attune.search.text.document;

/** The fields of the index. */
public final class IndexField {
  /** Stems of all parts, each once; how often is what a match there is worth in this product. */
  public static final String ANYWHERE = "anywhere";

  /** Stems of the title in their order. */
  public static final String TITLE = "title";

  /** Stems of the words that say what kind of thing it is. */
  public static final String KIND = "kind";

  /** Unstemmed words, for spelling only. */
  public static final String WORDS = "words";

  /** {@code field=value}, lower case, for names understood in a query. */
  public static final String EXACT = "exact";

  private IndexField() {}
}
