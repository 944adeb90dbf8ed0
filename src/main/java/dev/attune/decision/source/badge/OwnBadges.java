package dev.attune.decision.source.badge;

import dev.attune.catalog.Product;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.Audiences;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The badges of the merchants' own on the products of one page. One that is not for the page is
 * there for the first product that it marks, so that a trace can say why, and for no other.
 */
final class OwnBadges {
  /** What speaks for a badge without priority: more than nothing. */
  private static final double LEAST = .01;

  private final DecisionContext page;
  private final Map<String, Features> known = new HashMap<>();
  private final Set<String> explained = new HashSet<>();

  OwnBadges(DecisionContext page) {
    this.page = page;
  }

  List<Candidate> on(Product product) {
    List<Candidate> candidates = new ArrayList<>();
    for (OwnBadge badge : page.merchandise().badges().on(product, page.rules())) {
      Features features = known.computeIfAbsent(badge.id(), any -> features(badge));
      if (!hidden(features) || explained.add(badge.id())) {
        candidates.add(
            new Candidate(
                Badge.id(badge.id(), product.id()),
                "WRITTEN",
                product.id().value(),
                product.brand(),
                null,
                features));
      }
    }
    return candidates;
  }

  private Features features(OwnBadge badge) {
    boolean included = Audiences.includes(badge.audience(), page);
    return Audiences.aimed(badge.aim(), page)
        .with(Feature.STAGE, false)
        .max(Features.none().with(Feature.OTHER_SEGMENT, !included))
        .with(Feature.PRIORITY, Math.max(LEAST, badge.priority() / 100.0));
  }

  private static boolean hidden(Features features) {
    return features.is(Feature.OTHER_MARKET)
        || features.is(Feature.OTHER_LOCALE)
        || features.is(Feature.OTHER_TIME)
        || features.is(Feature.OTHER_SEGMENT);
  }
}
