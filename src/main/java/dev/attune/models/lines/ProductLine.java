package dev.attune.models.lines;

import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One product on a line: id, main leaf category or nothing, then id and sku of each variant, with a
 * tab between them. That is all of a product that counting asks for.
 */
public final class ProductLine {
  private static final int FIRST_VARIANT = 2;

  private ProductLine() {}

  public static String of(Product product) {
    StringBuilder line = new StringBuilder(product.id().value()).append('\t');
    product.mainCategory().ifPresent(line::append);
    for (Variant variant : product.variants()) {
      line.append('\t').append(variant.id()).append('\t').append(variant.sku());
    }
    return line.toString();
  }

  /**
   * A catalog of these products.
   *
   * @throws AttuneException INVALID_ROW for a line of another form
   */
  public static CatalogSnapshot catalog(List<String> lines) {
    List<Product> products = new ArrayList<>(lines.size());
    Map<CategoryId, Category> categories = new TreeMap<>();
    for (String line : lines) {
      Product product = parse(line);
      products.add(product);
      product
          .mainCategory()
          .ifPresent(
              id ->
                  categories.computeIfAbsent(
                      id,
                      any -> new Category(id, id.value(), null, List.of(id.value()), List.of())));
    }
    return new CatalogSnapshot("lines", products, List.copyOf(categories.values()));
  }

  private static Product parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length <= FIRST_VARIANT || fields.length % 2 != 0) {
      throw new AttuneException(
          ErrorCode.INVALID_ROW, null, "Expected id, category and variants: " + line);
    }
    List<Variant> variants = new ArrayList<>();
    for (int i = FIRST_VARIANT; i < fields.length; i += 2) {
      variants.add(
          new Variant(
              fields[i],
              fields[i + 1],
              fields[i],
              null,
              null,
              null,
              null,
              Availability.IN_STOCK,
              Map.of(),
              null,
              null));
    }
    List<CategoryId> category =
        fields[1].isEmpty() ? List.of() : List.of(new CategoryId(fields[1]));
    return new Product(
        new ProductId(fields[0]),
        fields[0],
        fields[0],
        null,
        null,
        category,
        List.of(),
        List.of(),
        List.of(),
        null,
        variants,
        List.of(),
        Instant.EPOCH);
  }
}
