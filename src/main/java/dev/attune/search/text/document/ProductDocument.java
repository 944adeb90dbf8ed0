package dev.attune.search.text.document;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** What a document says beside its text: whose it is, and a fingerprint of all that was said. */
public final class ProductDocument {
  public static final String ID = "id";
  public static final String FINGERPRINT = "fingerprint";

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private ProductDocument() {}

  /** The term by which the product's document is replaced. */
  public static Term term(ProductId id) {
    return new Term(ID, id.value());
  }

  static Document signed(Document document, Product product, CatalogSnapshot catalog) {
    document.add(new StringField(ID, product.id().value(), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(product.id().value())));
    document.add(new NumericDocValuesField(FINGERPRINT, fingerprint(product, catalog)));
    return document;
  }

  /** Changes with whatever may be searched; prices and stock do not count. */
  public static long fingerprint(Product product, CatalogSnapshot catalog) {
    long all = beginning(product, catalog);
    for (Attribute attribute : product.attributes()) {
      all = with(all, attribute.label().hashCode(), words(attribute.values()));
    }
    return ending(all, product);
  }

  static long beginning(Product product, CatalogSnapshot catalog) {
    long all = mixed(product.title().hashCode(), Objects.hashCode(product.description()));
    all = mixed(all, Objects.hashCode(product.brand()));
    all = mixed(all, product.handle().hashCode());
    for (CategoryId leaf : product.categories()) {
      for (CategoryId id : catalog.lineage(leaf)) {
        all = mixed(all, id.value().hashCode());
        all = mixed(all, catalog.category(id).map(Category::title).hashCode());
      }
    }
    return all;
  }

  /** What an attribute adds. */
  static long with(long all, int label, long values) {
    return mixed(mixed(all, label), values);
  }

  static long ending(long attributes, Product product) {
    long all = mixed(attributes, words(product.tags()));
    for (Variant variant : product.variants()) {
      all = mixed(all, variant.sku().hashCode());
      all = mixed(all, Objects.hashCode(variant.barcode()));
      all = mixed(all, variant.title().hashCode());
      all = mixed(all, variant.options().hashCode());
    }
    return all;
  }

  static long words(List<String> words) {
    long all = words.size();
    for (String word : words) {
      all = mixed(all, word.hashCode());
    }
    return all;
  }

  private static long mixed(long all, long more) {
    long mixed = (all ^ more) * PRIME;
    return mixed ^ mixed >>> 29;
  }

  /** How a product's value is named in {@link IndexField#EXACT}. */
  public static String exact(String field, String value) {
    String all = (field + "=" + value).toLowerCase(Locale.ROOT);
    return all.substring(0, Math.min(all.length(), 500));
  }
}
