package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Source;
import dev.attune.decision.explore.Exploration;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Products of which the shop has learned little: new ones, and those that nobody looks at; of the
 * page's category or of those that the shopper likes, else of the whole shop.
 */
public enum Untried implements Source {
  ALL;

  /** How many are drawn; more would make each one's chance smaller. */
  private static final int MANY = 20;

  /** So many products are looked at, whatever the size of the shop. */
  private static final int LOOKED_AT = 400;

  /** How many of the shopper's categories are looked into. */
  private static final int CATEGORIES = 3;

  @Override
  public List<Candidate> draw(Ask ask) {
    ProductFacts facts = new ProductFacts(ask);
    List<Candidate> drawn = new ArrayList<>(MANY);
    Set<Product> seen = new LinkedHashSet<>();
    near(ask).limit(LOOKED_AT).forEach(seen::add);
    if (seen.isEmpty() && ask.category() == null) {
      seen.addAll(ask.context().catalog().assortment().newest());
    }
    for (Product product : seen) {
      if (drawn.size() == MANY) {
        break;
      }
      if (product.forSale() && isUntried(product, ask.context())) {
        Candidate candidate = facts.describe(product, Exploration.SOURCE);
        drawn.add(candidate.with(candidate.features().with(Feature.UNTRIED, true)));
      }
    }
    return drawn;
  }

  private static boolean isUntried(Product product, DecisionContext context) {
    return context.catalog().newness(product, context.now()) > 0
        || context.models().popularity().score(product.id()) == 0;
  }

  private static Stream<Product> near(Ask ask) {
    DecisionContext context = ask.context();
    CategoryId page = ask.category();
    Stream<CategoryId> categories =
        page != null
            ? Stream.of(page)
            : Stream.concat(
                    context.profile().session().stream(), context.profile().lasting().stream())
                .filter(affinity -> affinity.dimension() == Dimension.CATEGORY)
                .map(Affinity::value)
                .distinct()
                .limit(CATEGORIES)
                .map(CategoryId::new);
    return categories.flatMap(
        id -> context.catalog().productsIn(id).stream().limit(LOOKED_AT / CATEGORIES));
  }
}
