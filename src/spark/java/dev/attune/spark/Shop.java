package dev.attune.spark;

import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.lines.ProductLine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The products that are counted, sent as text and made once on each machine. */
final class Shop implements Serializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<String> lines;
  private transient volatile @Nullable ProductOrdinals products;

  Shop(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  synchronized ProductOrdinals products() {
    ProductOrdinals made = products;
    if (made == null) {
      made = new ProductOrdinals(ProductLine.catalog(lines));
      products = made;
    }
    return made;
  }
}
