package dev.attune.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.ProductDocument;
import dev.attune.search.text.document.TextLengths;
import dev.attune.search.text.words.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class CatalogWriterTest {
  private static final List<String> WORDS =
      List.of(
          "mouse",
          "mice",
          "USB-C",
          "hub",
          "43.2 cm",
          "12345678",
          "2 TB",
          "Stra\u00dfe",
          "keyboards");
  private static final List<String> FIELDS =
      List.of(
          ProductDocument.ID,
          IndexField.ANYWHERE,
          IndexField.TITLE,
          IndexField.KIND,
          IndexField.WORDS,
          IndexField.EXACT);

  /** More than one share of a thread. */
  private static final int PRODUCTS = 4_500;

  private static CatalogSnapshot shop() {
    SplittableRandom random = new SplittableRandom(7);
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("p" + i, some(random, 4))
          .in("Office > " + WORDS.get(i % 3))
          .with("Size", i % 7 + "00000")
          .with("Color", i % 2 == 0 ? "Red" : "Dark Blue")
          .with("Notes", some(random, 2), "True")
          .text(some(random, 30))
          .add();
    }
    return shop.snapshot("1");
  }

  private static String some(SplittableRandom random, int most) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(1, most + 1); i > 0; i--) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static Directory written(CatalogSnapshot shop, Consumer<CatalogWriter> work)
      throws IOException {
    Directory directory = new ByteBuffersDirectory();
    TextLengths lengths = TextLengths.of(shop, Language.ENGLISH);
    try (IndexWriter index =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      work.accept(new CatalogWriter(index, shop, Language.ENGLISH, lengths));
    }
    return directory;
  }

  /** All that is in an index, by field, word and product. */
  private static Map<String, String> content(Directory directory) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        String[] ids = ids(leaf.reader(), all);
        for (String field : FIELDS) {
          TermsEnum terms = leaf.reader().terms(field).iterator();
          for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            PostingsEnum postings = terms.postings(null, PostingsEnum.POSITIONS);
            while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
              all.put(
                  field + " " + term.utf8ToString() + " " + ids[postings.docID()], said(postings));
            }
          }
        }
      }
    }
    return all;
  }

  private static String said(PostingsEnum postings) throws IOException {
    StringBuilder said = new StringBuilder().append(postings.freq());
    for (int i = 0; i < postings.freq(); i++) {
      said.append(' ').append(postings.nextPosition());
    }
    return said.toString();
  }

  private static String[] ids(LeafReader leaf, Map<String, String> prints) throws IOException {
    String[] ids = new String[leaf.maxDoc()];
    BinaryDocValues names = leaf.getBinaryDocValues(ProductDocument.ID);
    NumericDocValues marks = leaf.getNumericDocValues(ProductDocument.FINGERPRINT);
    while (names.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
      ids[names.docID()] = names.binaryValue().utf8ToString();
      assertThat(marks.advanceExact(names.docID())).isTrue();
      prints.put("print " + ids[names.docID()], Long.toString(marks.longValue()));
    }
    return ids;
  }

  @Test
  void writesManyProductsAsItWritesEachByItself() throws IOException {
    CatalogSnapshot shop = shop();
    int[] rows = IntStream.range(0, shop.size()).toArray();

    Directory together = written(shop, it -> it.writeAll(AttributeRows.of(shop)));
    Directory apart = written(shop, it -> it.replace(rows));

    assertThat(content(together)).hasSizeGreaterThan(PRODUCTS * 10).isEqualTo(content(apart));
  }

  @Test
  void writesTheSameInManyParts() throws IOException {
    CatalogSnapshot shop = shop();
    AttributeRows attributes = AttributeRows.of(shop);

    Directory parts = written(shop, it -> it.writeAll(attributes, 5_000));
    Directory together = written(shop, it -> it.writeAll(attributes));

    assertThat(content(parts)).isEqualTo(content(together));
    try (CheckIndex check = new CheckIndex(parts)) {
      assertThat(check.checkIndex().clean).isTrue();
    }
  }

  @Test
  void writesAnIndexThatIsWhole() throws IOException {
    CatalogSnapshot shop = shop();

    Directory directory = written(shop, it -> it.writeAll(AttributeRows.of(shop)));

    try (CheckIndex check = new CheckIndex(directory)) {
      CheckIndex.Status status = check.checkIndex();
      assertThat(status.clean).isTrue();
      assertThat(status.totLoseDocCount).isZero();
    }
  }

  @Test
  void replacesWhatWasWrittenTogether() throws IOException {
    CatalogSnapshot shop = shop();
    int[] some = {0, 1, 4_000};

    Directory directory =
        written(
            shop,
            it -> {
              it.writeAll(AttributeRows.of(shop));
              it.replace(some);
            });

    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(PRODUCTS);
    }
  }
}
