package dev.attune.decision.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.decision.Slot;
import dev.attune.models.blend.Blend;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.Versions;
import dev.attune.record.taken.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a shop's log teaches of a slot, where it is known by what shoppers go. */
class LearnedWeightsTest {
  private static final int DECISIONS = 4_000;
  private static final int SHOWN = 6;
  private static final Slot RAIL =
      Slot.named("rail/TEST").rankedBy(Map.of(Feature.POPULARITY, 1.0, Feature.IGNORED, -0.6));

  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void learnsHowMuchSomethingCountsAgainstAThing() {
    Blend blend = learned(2, -6);
    assertThat(blend.learned()).isTrue();
    assertThat(blend.weights().get("IGNORED")).isBetween(-1.5, -0.9);
    assertThat(blend.weights().get("POPULARITY")).isBetween(.2, .6);
  }

  @Test
  void leavesTheStatedWeightsWhereShoppersGoByThem() {
    Blend blend = learned(3, -1.8);
    assertThat(blend.learned()).isFalse();
    assertThat(blend.weights()).isEqualTo(RAIL.stated());
  }

  /** Where the chance to be taken is exponential in popularity and in being ignored, so much. */
  private Blend learned(double popularity, double ignored) {
    return LearnedWeights.learned(
        RAIL,
        (slot, since, most, reader) ->
            IntStream.range(0, DECISIONS)
                .forEach(i -> reader.accept(taken(i, popularity, ignored))),
        Instant.EPOCH);
  }

  private Taken taken(int number, double popularity, double ignored) {
    List<Candidate> shown = IntStream.range(0, SHOWN).mapToObj(i -> candidate("p" + i)).toList();
    double[] chances =
        shown.stream()
            .map(Candidate::features)
            .mapToDouble(
                it ->
                    Math.exp(
                        popularity * it.get(Feature.POPULARITY)
                            + ignored * it.get(Feature.IGNORED)))
            .toArray();
    double left =
        random.nextDouble() * IntStream.range(0, SHOWN).mapToDouble(i -> chances[i]).sum();
    int place = 0;
    while (place < SHOWN - 1 && left > chances[place]) {
      left -= chances[place++];
    }
    return new Taken(decision("decision-" + number, shown), place);
  }

  private Candidate candidate(String id) {
    Features features =
        Features.none()
            .with(Feature.POPULARITY, random.nextDouble())
            .with(Feature.IGNORED, random.nextDouble());
    return new Candidate(new GlobalId(NodeType.PRODUCT, id), "POPULAR", null, null, null, features);
  }

  private static RecordedDecision decision(String id, List<Candidate> shown) {
    return new RecordedDecision(
        id,
        null,
        "ANONYMOUS",
        null,
        Instant.EPOCH,
        Basis.POPULAR,
        false,
        List.of(),
        shown.stream().map(Candidate::subject).toList(),
        new Versions("1", "1", "1", 0, "1"),
        new Question(RAIL.name(), SHOWN, true, Map.of(), "0", shown));
  }
}
