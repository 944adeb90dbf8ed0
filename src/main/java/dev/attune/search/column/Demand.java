package dev.attune.search.column;

import dev.attune.catalog.ProductId;
import dev.attune.models.Popularity;
import java.util.function.ToDoubleFunction;

/** How much products are wanted, whatever the unit; asking costs little. */
@FunctionalInterface
public interface Demand extends ToDoubleFunction<ProductId> {
  /** Two of the same stamp say the same of every product. */
  default Object stamp() {
    return this;
  }

  /** What shoppers of all markets want: lists are put in order but once. */
  static Demand of(Popularity popularity) {
    Popularity everywhere = popularity.everywhere();
    return of(everywhere, everywhere::score);
  }

  /** Demand that is the same as long as the stamp is the same object. */
  static Demand of(Object stamp, ToDoubleFunction<ProductId> demand) {
    return new Demand() {
      @Override
      public double applyAsDouble(ProductId product) {
        return demand.applyAsDouble(product);
      }

      @Override
      public Object stamp() {
        return stamp;
      }
    };
  }
}
