package dev.attune.graphql.input;

import dev.attune.decision.slot.Placement;

/** What somebody wants beside a product. */
public enum RecommendationIntent {
  RELATED(Placement.PRODUCT_SIMILAR),
  COMPLEMENTARY(Placement.PRODUCT_COMPLEMENTARY),
  BOUGHT_TOGETHER(Placement.PRODUCT_BOUGHT_TOGETHER);

  private final Placement placement;

  RecommendationIntent(Placement placement) {
    this.placement = placement;
  }

  public Placement placement() {
    return placement;
  }
}
