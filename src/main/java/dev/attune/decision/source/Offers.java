package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Source;
import dev.attune.merchandising.Offer;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shop's offers; on the page of a product or over a cart, those that apply to it. */
public enum Offers implements Source {
  ALL;

  @Override
  public List<Candidate> draw(Ask ask) {
    Interest interest = new Interest(ask.context());
    Set<String> categories = categoriesOf(ask);
    return ask.context().merchandise().offers().stream()
        .filter(offer -> applies(offer, categories))
        .map(offer -> describe(ask, interest, offer))
        .toList();
  }

  private static Set<String> categoriesOf(Ask ask) {
    Stream<Product> products =
        Stream.concat(Stream.ofNullable(ask.product()), ask.cart().stream())
            .flatMap(id -> ask.context().catalog().product(id).stream());
    return ask.product() == null && ask.placement() == null
        ? Set.of()
        : products
            .flatMap(product -> product.categories().stream())
            .flatMap(leaf -> ask.context().catalog().lineage(leaf).stream())
            .map(CategoryId::value)
            .collect(Collectors.toSet());
  }

  private static boolean applies(Offer offer, Set<String> categories) {
    return offer.category() == null
        || categories.isEmpty()
        || categories.contains(offer.category());
  }

  private static Candidate describe(Ask ask, Interest interest, Offer offer) {
    DecisionContext context = ask.context();
    GlobalId id = new GlobalId(NodeType.OFFER, offer.id());
    Features features =
        (offer.category() == null
                ? Features.none()
                : Features.of(interest.in(new CategoryId(offer.category()))))
            .with(Feature.LIVE, offer.endsAt() == null || offer.endsAt().isAfter(context.now()))
            .with(Feature.IN_AUDIENCE, Audiences.includes(offer.audience(), context))
            .max(Audiences.meant(offer.audience()))
            .with(Feature.ON_PAGE, ask.shown().test(id))
            .with(Feature.PRIORITY, 0.5);
    return new Candidate(id, "WRITTEN", null, null, null, features);
  }
}
