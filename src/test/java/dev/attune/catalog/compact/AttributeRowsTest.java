package dev.attune.catalog.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributeRowsTest {
  @Test
  void numbersWhatProductsShareOnceAndCountsThem() {
    CatalogSnapshot one =
        new SampleCatalog().product("p", "Mouse").with("Color", "Red").add().snapshot("1");
    Product product = one.at(0);
    Attribute red = product.attributes().get(0);
    List<Category> none = List.of();
    CatalogSnapshot catalog =
        new CatalogSnapshot("2", List.of(product, product.called("Red mouse", null)), none);

    AttributeRows rows = AttributeRows.of(catalog);

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.attribute(0)).isSameAs(red);
    assertThat(rows.products(0)).isEqualTo(2);
    assertThat(IntStream.range(rows.from(1), rows.from(2)).map(rows::at)).containsExactly(0);
  }

  @Test
  void numbersThousandsInTheOrderOfTheirAppearance() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < 3_000; i++) {
      shop.product("p" + i, "Mouse").with("Number", "no " + i).add();
    }
    CatalogSnapshot catalog = shop.snapshot("1");

    AttributeRows rows = AttributeRows.of(catalog);

    assertThat(rows.size()).isEqualTo(3_000);
    for (int row = 0; row < catalog.size(); row++) {
      assertThat(rows.at(rows.from(row))).isEqualTo(row);
      assertThat(rows.attribute(row)).isSameAs(catalog.at(row).attributes().get(0));
    }
  }
}
