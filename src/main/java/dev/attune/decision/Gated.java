package dev.attune.decision;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.health.Gate;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.offer.OfferPolicy;
import dev.attune.ingest.health.EventGate;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which of a slot's models lack data, and for which categories or since when. */
final class Gated {
  /** No more are named; there may be thousands of categories. */
  private static final int NAMED = 10;

  private Gated() {}

  static List<String> by(Slot slot, Ask ask, List<Candidate> drawn) {
    List<String> gated = new ArrayList<>();
    if (ask.context().gates().closes(Gate.MARGIN)
        && (slot.tuning().containsKey(Feature.MARGIN.name()) || weighed(drawn))) {
      Set<String> groups = new LinkedHashSet<>();
      for (Candidate candidate : drawn) {
        if (candidate.group() != null) {
          groups.add(candidate.group());
        }
      }
      name(Gate.MARGIN, ask, groups.stream().map(CategoryId::new), gated);
    }
    if (slot.tuning().containsKey(Feature.RELATED.name())) {
      Stream<ProductId> about =
          Stream.concat(Stream.ofNullable(ask.product()), ask.cart().stream());
      name(
          Gate.COMPATIBILITY,
          ask,
          about
              .flatMap(id -> ask.context().catalog().product(id).stream())
              .flatMap((Product product) -> product.mainCategory().stream()),
          gated);
    }
    if (slot.tuning().containsKey(OfferPolicy.FLOOR)) {
      uncosted(drawn, gated);
    }
    for (EventGate gate : EventGate.values()) {
      @Nullable String reason = ask.context().eventGates().reason(gate);
      if (reason != null && slot.tuning().containsKey(gate.name())) {
        gated.add(reason);
      }
    }
    return gated;
  }

  /** Whether a merchant's rule gives margin a weight. */
  private static boolean weighed(List<Candidate> drawn) {
    for (Candidate candidate : drawn) {
      if (!candidate.effects().isEmpty()
          && candidate.effects().stream()
              .anyMatch(effect -> Feature.MARGIN.name().equals(effect.about()))) {
        return true;
      }
    }
    return false;
  }

  /** Offers whose margin nobody knows. */
  private static void uncosted(List<Candidate> drawn, List<String> gated) {
    drawn.stream()
        .filter(one -> one.features().is(Feature.DISCOUNT) && !one.features().is(Feature.COSTED))
        .limit(NAMED)
        .forEach(
            one -> gated.add(Gate.MARGIN + ": too few costs of what " + one.subject() + " is for"));
  }

  private static void name(Gate gate, Ask ask, Stream<CategoryId> categories, List<String> gated) {
    categories
        .distinct()
        .filter(category -> !ask.context().gates().open(gate, category))
        .limit(NAMED)
        .forEach(category -> gated.add(Gates.reason(gate, category)));
  }
}
