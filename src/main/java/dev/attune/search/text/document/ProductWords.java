package dev.attune.search.text.document;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.segment.FieldWords;
import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.words.Heads;
import dev.attune.search.text.words.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of one product of a catalog after the other, field by field; for one thread. */
final class ProductWords {
  private static final int ANYWHERE = IndexField.OF_WORDS.indexOf(IndexField.ANYWHERE);
  private static final int TITLE = IndexField.OF_WORDS.indexOf(IndexField.TITLE);
  private static final int KIND = IndexField.OF_WORDS.indexOf(IndexField.KIND);
  private static final int WORDS = IndexField.OF_WORDS.indexOf(IndexField.WORDS);
  private static final int EXACT = IndexField.OF_WORDS.indexOf(IndexField.EXACT);

  private final Vocabulary vocabulary;
  private final KindWords kinds;
  private final CategoryWords categories;
  private final AttributeWords attributes;
  private final SaidWords said;
  private final List<AttributeWords.Words> its = new ArrayList<>();
  private final FieldWords[] fields = new FieldWords[IndexField.OF_WORDS.size()];

  ProductWords(CatalogSnapshot catalog, Language language, TextLengths lengths) {
    vocabulary = new Vocabulary(language);
    kinds = new KindWords(vocabulary, new Heads(language));
    categories = new CategoryWords(catalog, vocabulary, kinds);
    attributes = new AttributeWords(vocabulary, kinds);
    said = new SaidWords(vocabulary, new Weights(TextSettings.DEFAULT, lengths));
    Arrays.setAll(fields, field -> new FieldWords());
  }

  /** How many words each part of the product has. */
  int[] lengths(Product product) {
    next();
    read(product);
    said.read(product, vocabulary.ofOwn(product.title()), categories.of(product.categories()), its);
    return said.lengths();
  }

  /**
   * By {@link IndexField#OF_WORDS}; good until the next ones are asked for.
   *
   * @param row the product's
   * @param numbered the catalog's attributes
   */
  FieldWords[] of(Product product, int row, AttributeRows numbered) {
    next();
    for (int i = numbered.from(row); i < numbered.from(row + 1); i++) {
      its.add(attributes.of(numbered, numbered.at(i)));
    }
    return written(product);
  }

  /** By {@link IndexField#OF_WORDS}; good until the next ones are asked for. */
  FieldWords[] of(Product product) {
    next();
    read(product);
    return written(product);
  }

  private void next() {
    if (vocabulary.next()) {
      categories.forget();
      attributes.forget();
    }
    its.clear();
  }

  private void read(Product product) {
    product.attributes().forEach(attribute -> its.add(attributes.of(attribute)));
  }

  private FieldWords[] written(Product product) {
    for (FieldWords field : fields) {
      field.clear();
    }
    Said title = vocabulary.ofOwn(product.title());
    CategoryWords.Words above = categories.of(product.categories());
    said.read(product, title, above, its);
    said.weigh(fields[ANYWHERE]);
    titled(title);
    kind(product, above);
    spelled(product, title, above);
    exact(product, above);
    return fields;
  }

  private void titled(Said title) {
    FieldWords words = fields[TITLE];
    for (int i = 0; i < title.stems().length; i++) {
      words.add(title.stems()[i], title.steps()[i], 1);
    }
  }

  /** What the product is: by its title, its type, and its categories' own titles. */
  private void kind(Product product, CategoryWords.Words above) {
    FieldWords words = fields[KIND];
    words.addAllOnce(kinds.of(product.title()));
    its.forEach(attribute -> words.addAllOnce(attribute.kinds()));
    words.addAllOnce(above.kinds());
  }

  private void spelled(Product product, Said title, CategoryWords.Words above) {
    FieldWords words = fields[WORDS];
    words.addAllOnce(title.spelled());
    if (product.brand() != null) {
      words.addAllOnce(vocabulary.of(product.brand()).spelled());
    }
    above.titles().forEach(category -> words.addAllOnce(category.spelled()));
  }

  private void exact(Product product, CategoryWords.Words above) {
    FieldWords words = fields[EXACT];
    words.addAllOnce(above.exact());
    if (product.brand() != null) {
      words.addOnce(vocabulary.exactly(ProductDocument.exact("brand", product.brand())));
    }
    its.forEach(attribute -> words.addAllOnce(attribute.exact()));
  }
}
