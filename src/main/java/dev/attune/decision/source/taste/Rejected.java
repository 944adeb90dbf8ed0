package dev.attune.decision.source.taste;

import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.Card;
import dev.attune.decision.Ask;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a shopper does not want to see of a list that goes on behind what was decided. */
public final class Rejected {
  private Rejected() {}

  /** Those of the products that the shopper refused, themselves or by brand or category. */
  public static Set<ProductId> among(Collection<ProductId> products, Ask ask) {
    Set<ProductId> rejected = new HashSet<>();
    if (ask.context().profile().rejected().isEmpty()) {
      return rejected;
    }
    ShopperFacts shopper = ShopperFacts.of(ask);
    for (ProductId id : products) {
      int place = ask.context().catalog().ordinal(id);
      if (place >= 0) {
        Card card = ask.context().catalog().assortment().card(place);
        if (shopper.rejects(card) || shopper.kind(card).rejected()) {
          rejected.add(id);
        }
      }
    }
    return rejected;
  }
}
