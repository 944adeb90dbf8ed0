package dev.attune.search.text;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.search.text.document.DocumentWriter;
import dev.attune.search.text.document.TextLengths;
import dev.attune.search.text.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.Version;

/**
 * A name for how products become documents in a locale: the words that fields and analyzers make of
 * a product in which much of what they treat specially occurs. An index with another name is built
 * anew.
 */
final class TextSchema {
  /** Raised when documents change in a way that the sample does not show. */
  private static final int EDITION = 4;

  private static final Product SAMPLE =
      new Product(
          new ProductId("sample"),
          "sample-handle",
          "Running Shoes' dv7-1211ea USB-C 43.2 cm 60,5 cm (17\") 19Zoll TFT-17,3Zoll Käse Straßenschuhe l'été Wi-Fi",
          "The runners were running; O'Neill's 2-pack, 110V/220V, größere Füße, naïve",
          "O'Sample & Söhne",
          List.of(),
          List.of("Tagged-Word"),
          List.of(
              new Attribute("colour", "Colour", List.of("Dark-Blue")),
              new Attribute("bluetooth", "Bluetooth", List.of("True")),
              new Attribute("zoom", "Zoom", List.of("False"))),
          List.of(),
          null,
          List.of(
              new Variant(
                  "v-1",
                  "SKU-1/2",
                  "Large",
                  null,
                  null,
                  null,
                  null,
                  Availability.IN_STOCK,
                  Map.of("size", "XL"),
                  null,
                  "4006381333931")),
          List.of(),
          Instant.EPOCH);

  private TextSchema() {}

  static String of(Locale locale) {
    CatalogSnapshot catalog = new CatalogSnapshot("0", List.of(SAMPLE), List.of(), locale);
    StringBuilder all = new StringBuilder(EDITION + " " + Version.LATEST + " " + locale);
    DocumentWriter writer =
        new DocumentWriter(
            catalog, Language.of(locale), TextLengths.of(catalog, Language.of(locale)));
    try {
      for (IndexableField field : writer.document(SAMPLE)) {
        all.append('\n').append(field.name()).append(' ').append(field.fieldType());
        append(field, all);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return EDITION + "-" + Long.toHexString(hash(all));
  }

  private static void append(IndexableField field, StringBuilder all) throws IOException {
    if (field.fieldType().indexOptions() == IndexOptions.NONE) {
      return;
    }
    try (Analyzer none = new KeywordAnalyzer();
        TokenStream stream = field.tokenStream(none, null)) {
      TermToBytesRefAttribute word = stream.getAttribute(TermToBytesRefAttribute.class);
      TermFrequencyAttribute often = stream.addAttribute(TermFrequencyAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        all.append(' ').append(word.getBytesRef().utf8ToString());
        all.append(' ').append(often.getTermFrequency());
      }
      stream.end();
    }
  }

  private static long hash(CharSequence text) {
    long hash = 0xcbf29ce484222325L; // FNV-1a, offset and prime
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
