package dev.attune.decision.source;

import dev.attune.catalog.ProductId;
import dev.attune.models.Scored;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Products that were proposed for a list, by whom, and how strongly each proposer wants them. */
public final class Proposals {
  private final Map<ProductId, Proposal> proposals = new LinkedHashMap<>();

  /**
   * One product.
   *
   * @param source who proposed it first
   */
  record Proposal(String source, Features.Sheet strengths) {}

  /** Takes one proposal of a strength from 0 to 1. */
  public void add(ProductId product, String source, Feature feature, double strength) {
    proposals
        .computeIfAbsent(product, any -> new Proposal(source, new Features.Sheet()))
        .strengths()
        .raise(feature, strength);
  }

  /** Takes a model's list, scaled so that its best is 1. */
  public void addAll(List<Scored> scored, String source, Feature feature) {
    double best = scored.stream().mapToDouble(Scored::score).max().orElse(0);
    if (best <= 0) {
      return;
    }
    scored.forEach(one -> add(one.product(), source, feature, Math.max(0, one.score() / best)));
  }

  Map<ProductId, Proposal> all() {
    return proposals;
  }
}
