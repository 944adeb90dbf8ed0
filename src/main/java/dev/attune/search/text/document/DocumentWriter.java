package dev.attune.search.text.document;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.search.text.words.Heads;
import dev.attune.search.text.words.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** Writes products down as documents, one after the other, on one thread. */
public final class DocumentWriter {
  /** Attributes that name what a product is. */
  private static final Set<String> TYPES = Set.of("product_type", "type");

  /** Phrases are looked for in titles only; keeping the order of other texts is dear. */
  private static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private static final FieldType WEIGHED = type(IndexOptions.DOCS_AND_FREQS);

  /** Of a word it is only asked whether it is there. */
  private static final FieldType THERE = type(IndexOptions.DOCS);

  private final Vocabulary vocabulary;
  private final SaidWords said;
  private final Heads heads;
  private final Map<String, List<Word>> kinds = new HashMap<>();
  private final Map<String, WordStream> streams = new HashMap<>();

  public DocumentWriter(Language language, Set<String> compounds, TextLengths lengths) {
    vocabulary = new Vocabulary(language, compounds);
    said = new SaidWords(vocabulary, new Weights(TextSettings.DEFAULT, lengths));
    heads = new Heads(language);
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /** How many words each part of the product has. */
  int[] lengths(Product product, CatalogSnapshot catalog) {
    vocabulary.next();
    said.read(product, categories(product, catalog));
    return said.lengths();
  }

  /** The product's document; good until the next one is asked for. */
  public Document document(Product product, CatalogSnapshot catalog) {
    vocabulary.next();
    streams.values().forEach(WordStream::clear);
    List<Category> categories = categories(product, catalog);
    said.read(product, categories);
    said.weigh(stream(IndexField.ANYWHERE));
    titled(vocabulary.of(product.title()));
    kind(product, catalog);
    spelled(product, categories);
    exact(product, categories);
    Document document = new Document();
    streams.forEach((field, stream) -> document.add(new Field(field, stream, type(field))));
    return ProductDocument.signed(document, product, catalog);
  }

  private static FieldType type(String field) {
    return switch (field) {
      case IndexField.ANYWHERE -> WEIGHED;
      case IndexField.TITLE -> IN_ORDER;
      default -> THERE;
    };
  }

  private WordStream stream(String field) {
    return streams.computeIfAbsent(field, any -> new WordStream());
  }

  private static List<Category> categories(Product product, CatalogSnapshot catalog) {
    List<Category> categories = new ArrayList<>();
    for (var leaf : product.categories()) {
      for (var id : catalog.lineage(leaf)) {
        Category category = catalog.category(id).orElse(null);
        if (category != null && !categories.contains(category)) {
          categories.add(category);
        }
      }
    }
    return categories;
  }

  private void titled(Said title) {
    WordStream stream = stream(IndexField.TITLE);
    for (int i = 0; i < title.stems().length; i++) {
      stream.add(title.stems()[i], title.steps()[i], 1);
    }
  }

  /** What the product is: by its title, its type, and its categories' own titles. */
  private void kind(Product product, CatalogSnapshot catalog) {
    Set<Word> kind = new LinkedHashSet<>(kinds(product.title()));
    for (Attribute attribute : product.attributes()) {
      if (TYPES.contains(attribute.name())) {
        attribute.values().forEach(value -> kind.addAll(known(value)));
      }
    }
    for (var leaf : product.categories()) {
      catalog.category(leaf).ifPresent(category -> kind.addAll(known(category.title())));
    }
    there(IndexField.KIND, kind);
  }

  private List<Word> known(String name) {
    if (kinds.size() > 10_000) {
      kinds.clear();
    }
    return kinds.computeIfAbsent(name, this::kinds);
  }

  private List<Word> kinds(String name) {
    List<Word> words = new ArrayList<>();
    for (String head : heads.of(name)) {
      words.addAll(List.of(vocabulary.of(head).stems()));
    }
    return words;
  }

  private void spelled(Product product, List<Category> categories) {
    Set<Word> words = new LinkedHashSet<>(List.of(vocabulary.of(product.title()).spelled()));
    if (product.brand() != null) {
      words.addAll(List.of(vocabulary.of(product.brand()).spelled()));
    }
    for (Category category : categories) {
      words.addAll(List.of(vocabulary.of(category.title()).spelled()));
    }
    there(IndexField.WORDS, words);
  }

  private void exact(Product product, List<Category> categories) {
    Set<Word> values = new LinkedHashSet<>();
    categories.forEach(it -> values.add(vocabulary.exactly("category", it.id().value())));
    if (product.brand() != null) {
      values.add(vocabulary.exactly("brand", product.brand()));
    }
    for (Attribute attribute : product.attributes()) {
      for (String value : attribute.values()) {
        if (Names.mayBeMeant(attribute.name(), value)) {
          values.add(vocabulary.exactly(attribute.name(), value));
        }
      }
    }
    there(IndexField.EXACT, values);
  }

  private void there(String field, Set<Word> words) {
    WordStream stream = stream(field);
    words.forEach(word -> stream.add(word, 1, 1));
  }
}
