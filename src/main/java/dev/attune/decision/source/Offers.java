package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Source;
import dev.attune.merchandising.Offer;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.DiscountAffinity;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shop's offers; on the page of a product or over a cart, those that apply to it. */
public enum Offers implements Source {
  ALL;

  @Override
  public List<Candidate> draw(Ask ask) {
    Interest interest = new Interest(ask.context());
    Costs costs = new Costs(ask);
    Set<String> categories = categoriesOf(ask);
    return ask.context().merchandise().offers().stream()
        .filter(offer -> applies(offer, categories))
        .map(offer -> describe(ask, interest, offer, costs))
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

  private static Candidate describe(Ask ask, Interest interest, Offer offer, Costs costs) {
    DecisionContext context = ask.context();
    GlobalId id = new GlobalId(NodeType.OFFER, offer.id());
    Features features =
        (offer.category() == null ? Features.none() : interest.in(new CategoryId(offer.category())))
            .with(Feature.LIVE, offer.endsAt() == null || offer.endsAt().isAfter(context.now()))
            .with(Feature.IN_AUDIENCE, Audiences.includes(offer.audience(), context))
            .max(Audiences.meant(offer.audience()))
            .max(Audiences.aimed(offer.aim(), context))
            .with(Feature.ON_PAGE, ask.shown().test(id))
            .with(Feature.PRIORITY, offer.priority() / 100.0);
    return new Candidate(
        id, "WRITTEN", null, null, null, features.max(Features.of(costs.of(offer))));
  }

  /** What an offer costs the shop, and what is known of whether this shopper needs it. */
  private static final class Costs {
    private static final Set<Lifecycle> AWAY = EnumSet.of(Lifecycle.LAPSING, Lifecycle.LAPSED);

    private final OfferMargins margins;
    private final Profile profile;
    private final CatalogSnapshot catalog;

    /** Found out for the first offer that takes something off. */
    private @Nullable DiscountAffinity affinity;

    Costs(Ask ask) {
      this.margins = new OfferMargins(ask);
      this.profile = ask.context().profile();
      this.catalog = ask.context().catalog();
    }

    Map<Feature, Double> of(Offer offer) {
      Map<Feature, Double> known = new EnumMap<>(Feature.class);
      Double discount = offer.discount();
      if (discount == null || discount == 0) {
        return known;
      }
      DiscountAffinity leaning = affinity();
      known.put(Feature.DISCOUNT, discount);
      known.put(Feature.DISCOUNT_AFFINITY, leaning.share());
      known.put(Feature.ORDERS, (double) leaning.orders());
      known.put(Feature.LAPSING, AWAY.contains(profile.lifecycle()) ? 1.0 : 0);
      Double floor = offer.marginFloor();
      known.put(Feature.MARGIN_FLOOR, floor == null ? 0 : floor);
      margins
          .of(offer)
          .ifPresent(
              margin -> {
                known.put(Feature.COSTED, 1.0);
                known.put(Feature.MARGIN, margin);
              });
      return known;
    }

    private DiscountAffinity affinity() {
      DiscountAffinity known = affinity;
      if (known == null) {
        known = DiscountAffinity.of(profile, catalog);
        affinity = known;
      }
      return known;
    }
  }
}
