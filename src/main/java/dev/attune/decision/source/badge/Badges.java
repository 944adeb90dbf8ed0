package dev.attune.decision.source.badge;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Source;
import dev.attune.record.Candidate;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The badges that apply to the products of the question's pool. */
public enum Badges implements Source {
  /** All that applies for this shopper. */
  ALL {
    @Override
    public List<Candidate> draw(Ask ask) {
      List<Candidate> candidates = draw(ask, new BadgeFacts(ask)::of);
      OwnBadges own = new OwnBadges(ask.context());
      products(ask).forEach(product -> candidates.addAll(own.on(product)));
      return candidates;
    }
  },
  /** What the catalog alone says. */
  OF_CATALOG {
    @Override
    public List<Candidate> draw(Ask ask) {
      return draw(ask, product -> BadgeFacts.ofCatalog(product, ask.context().now()));
    }
  };

  /** Finds out how much each badge applies to a product. */
  interface Facts {
    Map<Badge, Double> of(Product product);
  }

  static List<Candidate> draw(Ask ask, Facts facts) {
    Leanings leanings = new Leanings(ask.context());
    List<Candidate> candidates = new ArrayList<>();
    for (Product product : products(ask)) {
      facts
          .of(product)
          .forEach((badge, much) -> candidates.add(candidate(product, badge, much, leanings)));
    }
    return candidates;
  }

  private static List<Product> products(Ask ask) {
    List<Product> products = new ArrayList<>(ask.pool().size());
    for (ProductId id : ask.pool()) {
      ask.context().catalog().product(id).ifPresent(products::add);
    }
    return products;
  }

  /** Its group is the product, because a product has room for so many. */
  private static Candidate candidate(Product product, Badge badge, double much, Leanings leanings) {
    Features.Sheet sheet = new Features.Sheet();
    leanings.towards(badge, product).forEach(sheet::put);
    sheet.put(badge.feature(), much);
    return new Candidate(
        badge.on(product.id()),
        "AUTOMATIC",
        product.id().value(),
        product.brand(),
        null,
        sheet.read());
  }
}
