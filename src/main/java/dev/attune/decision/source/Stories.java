package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Source;
import dev.attune.merchandising.Guide;
import dev.attune.merchandising.ProductCollection;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What merchants tell beside products: guides, and collections that they put together. */
public enum Stories implements Source {
  /** Guides and other content cards. */
  GUIDES {
    @Override
    public List<Candidate> draw(Ask ask) {
      Interest interest = new Interest(ask.context());
      return ask.context().merchandise().guides().stream()
          .map(guide -> guide(ask, interest, guide))
          .toList();
    }
  },
  /** Collections with at least one product that can be bought. */
  COLLECTIONS {
    @Override
    public List<Candidate> draw(Ask ask) {
      Interest interest = new Interest(ask.context());
      return ask.context().merchandise().collections().stream()
          .map(collection -> collection(ask, interest, collection))
          .toList();
    }
  };

  private static Candidate guide(Ask ask, Interest interest, Guide guide) {
    @Nullable String category = guide.category();
    Features features = category == null ? Features.none() : interest.in(new CategoryId(category));
    GlobalId id = new GlobalId(NodeType.CONTENT_CARD, guide.id());
    return new Candidate(
        id,
        "WRITTEN",
        category,
        null,
        null,
        features
            .with(Feature.LIVE, true)
            .with(Feature.ON_PAGE, ask.shown().test(id))
            .with(Feature.PRIORITY, 0.1));
  }

  private static Candidate collection(Ask ask, Interest interest, ProductCollection collection) {
    List<Product> products =
        collection.products().stream()
            .map(ProductId::new)
            .map(ask.context().catalog()::product)
            .flatMap(Optional::stream)
            .filter(Product::forSale)
            .toList();
    Features features = Features.none();
    for (Product product : products) {
      Features one = product.mainCategory().map(interest::in).orElse(Features.none());
      features = features.max(one);
    }
    GlobalId id = new GlobalId(NodeType.COLLECTION, collection.id());
    return new Candidate(
        id,
        "WRITTEN",
        null,
        null,
        null,
        features
            .with(Feature.LIVE, !products.isEmpty())
            .with(Feature.ON_PAGE, ask.shown().test(id))
            .with(Feature.PRIORITY, 0.1));
  }
}
