package dev.attune.search.text.document;

import dev.attune.search.text.segment.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;

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

  /** All of these. */
  static final List<String> OF_WORDS = List.of(ANYWHERE, TITLE, KIND, WORDS, EXACT);

  private IndexField() {}

  /**
   * Phrases are looked for in titles only, and keeping the order of other texts is dear; of most
   * words it is only asked whether they are there.
   */
  private static IndexOptions options(String field) {
    return switch (field) {
      case ANYWHERE -> IndexOptions.DOCS_AND_FREQS;
      case TITLE -> IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
      case ProductDocument.FINGERPRINT -> IndexOptions.NONE;
      default -> IndexOptions.DOCS;
    };
  }

  private static DocValuesType values(String field) {
    return switch (field) {
      case ProductDocument.ID -> DocValuesType.BINARY;
      case ProductDocument.FINGERPRINT -> DocValuesType.NUMERIC;
      default -> DocValuesType.NONE;
    };
  }

  static FieldType type(String field) {
    FieldType type = new FieldType();
    type.setIndexOptions(options(field));
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** Takes documents with all fields. */
  static Batch batch() {
    List<FieldInfo> all = new ArrayList<>();
    all.add(info(ProductDocument.ID, 0));
    OF_WORDS.forEach(field -> all.add(info(field, all.size())));
    all.add(info(ProductDocument.FINGERPRINT, all.size()));
    return new Batch(all, OF_WORDS.size());
  }

  private static FieldInfo info(String field, int number) {
    boolean indexed = options(field) != IndexOptions.NONE;
    return new FieldInfo(
        field,
        number,
        false,
        indexed,
        false,
        options(field),
        values(field),
        -1,
        new HashMap<>(),
        0,
        0,
        0,
        0,
        VectorEncoding.FLOAT32,
        VectorSimilarityFunction.EUCLIDEAN,
        false,
        false);
  }
}
