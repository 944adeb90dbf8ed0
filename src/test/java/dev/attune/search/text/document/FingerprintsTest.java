package dev.attune.search.text.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.AttributeRows;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Test
  void ofAllOfACatalogAreThoseOfItsProducts() {
    CatalogSnapshot catalog =
        new SampleCatalog()
            .product("m1", "Mouse")
            .in("Office > Mice")
            .with("Color", "Red", "Blue")
            .with("Ports", "USB")
            .add()
            .product("m2", "Mouse")
            .in("Office > Mice")
            .text("Quiet")
            .with("Ports", "USB")
            .add()
            .product("k1", "Keyboard")
            .add()
            .snapshot("1");

    Fingerprints fingerprints = new Fingerprints(catalog, AttributeRows.of(catalog));

    for (int row = 0; row < catalog.size(); row++) {
      assertThat(fingerprints.of(row))
          .isEqualTo(ProductDocument.fingerprint(catalog.at(row), catalog));
    }
  }
}
