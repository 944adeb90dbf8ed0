package dev.attune.search.text;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.search.text.words.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.Version;

/**
 * A name for how products become documents in a locale: the words that fields and analyzers make of
 * a product in which much of what they treat specially occurs. An index with another name is built
 * anew.
 */
final class TextSchema {
  /** Raised when documents change in a way that the sample does not show. */
  private static final int EDITION = 2;

  private static final Product SAMPLE =
      new Product(
          new ProductId("sample"),
          "sample-handle",
          "Running Shoes' dv7-1211ea USB-C 43.2 cm (17\") Käse Straßenschuhe l'été Wi-Fi",
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
    try (Analyzer analyzer = TextIndexing.analyzer(Language.of(locale), Set.of())) {
      for (IndexableField field : new TextIndexing(catalog).document(SAMPLE)) {
        all.append('\n').append(field.name()).append(' ').append(field.fieldType());
        append(field, analyzer, all);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return EDITION + "-" + Long.toHexString(hash(all));
  }

  private static void append(IndexableField field, Analyzer analyzer, StringBuilder all)
      throws IOException {
    try (TokenStream stream = field.tokenStream(analyzer, null)) {
      if (stream == null) {
        return;
      }
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        all.append(' ').append(word);
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
