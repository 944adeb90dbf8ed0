package dev.attune.search.text;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.search.text.words.Heads;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** Writes products down as documents, one each. */
final class TextIndexing {
  /** Attributes that name what a product is. */
  private static final Set<String> TYPES = Set.of("product_type", "type");

  /** A product with more variants is not found by the numbers of the others. */
  private static final int MOST_NUMBERED = 200;

  /** Phrases are looked for in titles only; keeping the order of other texts is dear. */
  private static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, true);

  /** Of a word it is only asked whether it is there. */
  private static final FieldType SPELLED = type(IndexOptions.DOCS, false);

  private final CatalogSnapshot catalog;
  private final Heads heads;

  TextIndexing(CatalogSnapshot catalog) {
    this.catalog = catalog;
    this.heads = new Heads(Language.of(catalog.locale()));
  }

  private static FieldType type(IndexOptions options, boolean norms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(!norms);
    type.freeze();
    return type;
  }

  /**
   * How texts become words; whatever changes here or in {@link #document} is another schema.
   *
   * @param known words of which compounds may be made
   */
  static Analyzer analyzer(Language language, Set<String> known) {
    return new PerFieldAnalyzerWrapper(
        ShopAnalyzer.indexing(language, known),
        Map.of(TextField.WORDS, ShopAnalyzer.spelled(language, true)));
  }

  /** The words of the titles, where the language makes compounds of them; else none. */
  static Set<String> known(CatalogSnapshot catalog) {
    Language language = Language.of(catalog.locale());
    Set<String> known = new HashSet<>();
    if (language.compounds()) {
      ShopAnalyzer words = ShopAnalyzer.spelled(language, false);
      catalog.products().forEach(product -> known.addAll(words.words(product.title())));
    }
    return known;
  }

  Document document(Product product) {
    List<Category> categories =
        product.categories().stream()
            .flatMap(leaf -> catalog.lineage(leaf).stream())
            .distinct()
            .flatMap(id -> catalog.category(id).stream())
            .toList();
    String titles = categories.stream().map(Category::title).collect(Collectors.joining(" "));
    String brand = product.brand() == null ? "" : product.brand();
    String said =
        Stream.of(
                product.attributes().stream().flatMap(this::said),
                product.tags().stream(),
                numbers(product))
            .flatMap(texts -> texts)
            .collect(Collectors.joining(" "));
    Document document = new Document();
    text(document, TextField.TITLE, product.title());
    text(document, TextField.KIND, kind(product));
    text(document, TextField.BRAND, brand);
    text(document, TextField.CATEGORY, titles);
    text(document, TextField.ATTRIBUTES, said);
    text(document, TextField.DESCRIPTION, description(product));
    String words = String.join(" ", product.title(), brand, titles);
    document.add(new Field(TextField.WORDS, words, SPELLED));
    categories.forEach(it -> exact(document, "category", it.id().value()));
    exact(document, "brand", brand);
    for (Attribute attribute : product.attributes()) {
      attribute.values().forEach(value -> exact(document, attribute.name(), value));
    }
    return document;
  }

  /** What the product is: by its title, its type, and its categories' own titles. */
  private String kind(Product product) {
    Stream<String> types =
        product.attributes().stream()
            .filter(attribute -> TYPES.contains(attribute.name()))
            .flatMap(attribute -> attribute.values().stream());
    Stream<String> leaves =
        product.categories().stream()
            .flatMap(id -> catalog.category(id).stream())
            .map(Category::title);
    return Stream.of(Stream.of(product.title()), types, leaves)
        .flatMap(names -> names)
        .flatMap(name -> heads.of(name).stream())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The numbers by which those search who know what they want: skus and bar codes. */
  private static Stream<String> numbers(Product product) {
    return product.variants().stream()
        .limit(MOST_NUMBERED)
        .flatMap(
            variant ->
                Stream.concat(Stream.of(variant.sku()), Stream.ofNullable(variant.barcode())))
        .distinct();
  }

  private Stream<String> said(Attribute attribute) {
    // that it has "bluetooth: False" must not make it a find for "bluetooth"
    return attribute.values().stream()
        .filter(value -> !value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("no"))
        .map(value -> isYes(value) ? attribute.label() : value);
  }

  private static boolean isYes(String value) {
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes");
  }

  private static String description(Product product) {
    return product.description() == null ? "" : product.description();
  }

  private static void text(Document document, TextField field, String text) {
    document.add(new Field(field.field(), text, field == TextField.TITLE ? IN_ORDER : COUNTED));
  }

  private static void exact(Document document, String field, String value) {
    document.add(new StringField(TextField.EXACT, exact(field, value), Field.Store.NO));
  }

  static String exact(String field, String value) {
    String all = (field + "=" + value).toLowerCase(Locale.ROOT);
    return all.substring(0, Math.min(all.length(), 500));
  }
}
