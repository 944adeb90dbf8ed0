package dev.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.decision.slot.ListingSlot;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingSlotTest {
  @Test
  void allOfTasteTogetherNeverPassesWhatMatchesBetterByTheBound() {
    Candidate loved = found("loved", 1 - ListingSlot.SEARCH_BOUND - 1e-6, 1, true);
    Candidate better = found("better", 1, 0, true);

    assertThat(order(loved, better)).containsExactly("better", "loved");
  }

  @Test
  void tasteDecidesAmongWhatMatchesAboutAsWell() {
    Candidate loved = found("loved", 1 - ListingSlot.SEARCH_BOUND / 2, 1, true);
    Candidate better = found("better", 1, 0, true);

    assertThat(order(loved, better)).containsExactly("loved", "better");
  }

  @Test
  void whatIsSoldOutSinksButNotBelowWhatBarelyMatches() {
    Candidate soldOut = found("sold-out", 1, 0, false);
    Candidate near = found("near", .8, 0, true);
    Candidate far = found("far", .5, 0, true);

    assertThat(order(soldOut, near, far)).containsExactly("near", "sold-out", "far");
  }

  private static List<String> order(Candidate... candidates) {
    Question question =
        new Question(
            ListingSlot.SEARCH.name(),
            10,
            true,
            ListingSlot.SEARCH.tuning(),
            "0",
            List.of(candidates));
    return Resolution.of(ListingSlot.SEARCH, question).answer().stream()
        .map(ranked -> ranked.candidate().subject().local())
        .toList();
  }

  private static Candidate found(String id, double relevance, double wanted, boolean forSale) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      if (ListingSlot.SEARCH.tuning().containsKey(feature.name())) {
        features.put(feature, wanted);
      }
    }
    features.put(Feature.RELEVANCE, relevance);
    features.put(Feature.FOR_SALE, forSale ? 1.0 : 0);
    features.put(Feature.PRICED, 1.0);
    return new Candidate(
        new GlobalId(NodeType.PRODUCT, id), "TEST", null, null, null, Features.of(features));
  }
}
