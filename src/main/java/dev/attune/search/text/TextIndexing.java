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
import org.apache.lucene.document.StringField;

/** Writes products down as documents, one each. */
final class TextIndexing {
  /** Attributes that name what a product is. */
  private static final Set<String> TYPES = Set.of("product_type", "type");

  private final CatalogSnapshot catalog;
  private final Heads heads;

  TextIndexing(CatalogSnapshot catalog) {
    this.catalog = catalog;
    this.heads = new Heads(Language.of(catalog.locale()));
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
        Stream.concat(product.attributes().stream().flatMap(this::said), product.tags().stream())
            .collect(Collectors.joining(" "));
    Document document = new Document();
    text(document, TextField.TITLE, product.title());
    text(document, TextField.KIND, kind(product));
    text(document, TextField.BRAND, brand);
    text(document, TextField.CATEGORY, titles);
    text(document, TextField.ATTRIBUTES, said);
    text(document, TextField.DESCRIPTION, description(product));
    String words = String.join(" ", product.title(), brand, titles);
    document.add(new org.apache.lucene.document.TextField(TextField.WORDS, words, Field.Store.NO));
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
    document.add(new org.apache.lucene.document.TextField(field.field(), text, Field.Store.NO));
  }

  private static void exact(Document document, String field, String value) {
    document.add(new StringField(TextField.EXACT, exact(field, value), Field.Store.NO));
  }

  static String exact(String field, String value) {
    String all = (field + "=" + value).toLowerCase(Locale.ROOT);
    return all.substring(0, Math.min(all.length(), 500));
  }
}
