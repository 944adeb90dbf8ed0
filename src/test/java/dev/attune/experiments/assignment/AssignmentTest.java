package dev.attune.experiments.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.experiments.assignment.Assignment.Assigned;
import dev.attune.experiments.assignment.Assignment.Outside;
import dev.attune.experiments.assignment.Assignment.Why;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Slice NOBODY = new Slice("holdout", BucketRange.first(0));
  private static final Slice EVERYBODY = new Slice("layer", BucketRange.first(Buckets.COUNT));
  private static final List<Variant> VARIANTS =
      List.of(new Variant("control", 50), new Variant("warm", 30), new Variant("bold", 20));
  private static final List<String> SHOPPERS =
      IntStream.range(0, 20_000).mapToObj(i -> "shopper-" + i).toList();

  private static Experiment experiment(Slice slice, Ramp ramp, Slice holdout) {
    return new Experiment("hero", "hero-1", VARIANTS, slice, ramp, holdout);
  }

  private static Assignment of(Experiment experiment, String shopper) {
    return Assignment.of(experiment, new Unit(shopper, true, List.of()));
  }

  private static final Experiment OPEN = experiment(EVERYBODY, Ramp.FULL, NOBODY);

  @Test
  void everyVariantGetsItsWeight() {
    Map<String, Long> counts = new HashMap<>();
    for (String shopper : SHOPPERS) {
      counts.merge(variant(of(OPEN, shopper)), 1L, Long::sum);
    }
    long[] observed = {counts.get("control"), counts.get("warm"), counts.get("bold")};
    double[] expected = {10_000, 6_000, 4_000};
    assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(.001);
  }

  @Test
  void raisingTheRampAddsShoppersAndMovesNone() {
    Ramp ramp = new Ramp(List.of(100, 1_000, 5_000, 10_000), 0);
    Map<String, String> before = new HashMap<>();
    for (int step = 0; step < 4; step++) {
      Map<String, String> now = new HashMap<>();
      Experiment experiment = experiment(EVERYBODY, ramp, NOBODY);
      for (String shopper : SHOPPERS) {
        Assignment assignment = of(experiment, shopper);
        if (assignment instanceof Assigned assigned) {
          now.put(shopper, assigned.variant().key());
        } else {
          assertThat(assignment).isEqualTo(new Outside(Why.NOT_RAMPED_YET));
        }
      }
      assertThat(now).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
      long control = now.values().stream().filter("control"::equals).count();
      double share = (double) control / now.size();
      assertThat(share)
          .isBetween(.5 - 3 / Math.sqrt(4. * now.size()), .5 + 3 / Math.sqrt(4. * now.size()));
      before = now;
      ramp = ramp.raised();
    }
    assertThat(before).hasSize(SHOPPERS.size());
    assertThat(ramp.raised()).isEqualTo(ramp);
  }

  @Test
  void nobodyIsInTwoExperimentsOfALayer() {
    Layer layer =
        new Layer(
            "layer",
            List.of(
                new Layer.Share("hero", new BucketRange(0, 4_000)),
                new Layer.Share("rail", new BucketRange(4_000, 9_000))));
    Experiment hero = experiment(layer.sliceOf("hero"), Ramp.FULL, NOBODY);
    Experiment rail =
        new Experiment("rail", "rail-1", VARIANTS, layer.sliceOf("rail"), Ramp.FULL, NOBODY);
    int[] counts = new int[3];
    for (String shopper : SHOPPERS) {
      boolean inHero = of(hero, shopper) instanceof Assigned;
      boolean inRail = of(rail, shopper) instanceof Assigned;
      assertThat(inHero && inRail).isFalse();
      counts[inHero ? 0 : inRail ? 1 : 2]++;
    }
    assertThat(counts[0]).isBetween(7_700, 8_300);
    assertThat(counts[1]).isBetween(9_700, 10_300);
    assertThat(of(experiment(layer.sliceOf("mail"), Ramp.FULL, NOBODY), "shopper-1"))
        .isEqualTo(new Outside(Why.ANOTHER_SLICE));
    assertThatThrownBy(
            () ->
                new Layer(
                    "layer",
                    List.of(
                        new Layer.Share("a", new BucketRange(0, 10)),
                        new Layer.Share("b", new BucketRange(9, 20)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHoldoutIsAskedFirstAndGrowsWithoutMovingOthers() {
    Experiment small =
        experiment(EVERYBODY, Ramp.FULL, new Slice("holdout", BucketRange.first(500)));
    Experiment large =
        experiment(EVERYBODY, Ramp.FULL, new Slice("holdout", BucketRange.first(1_000)));
    int held = 0;
    for (String shopper : SHOPPERS) {
      Assignment few = of(small, shopper);
      Assignment many = of(large, shopper);
      if (many.equals(new Outside(Why.HELD_OUT))) {
        held++;
      } else {
        assertThat(many).isEqualTo(few).isEqualTo(of(OPEN, shopper));
      }
      if (few.equals(new Outside(Why.HELD_OUT))) {
        assertThat(many).isEqualTo(few);
        assertThat(Assignment.of(small, new Unit(shopper, false, List.of()))).isEqualTo(few);
      }
    }
    assertThat(held).isBetween(1_850, 2_150);
  }

  @Test
  void whoIsNotMeantIsNotAssigned() {
    assertThat(Assignment.of(OPEN, new Unit("shopper-1", false, List.of())))
        .isEqualTo(new Outside(Why.NOT_TARGETED));
  }

  @Test
  void aVisitorWhoTurnsOutToBeACustomerKeepsWhatWasSeenFirst() {
    String customer = dealt("control");
    Unit visitor = unit(dealt("bold"), new Exposure("bold", MONDAY));
    Unit unseen = unit(customer);
    Unit later = unit(customer, new Exposure("control", MONDAY.plusSeconds(1)));
    Unit earlier = unit(customer, new Exposure("control", MONDAY.minusSeconds(1)));
    assertThat(assigned(unseen.joining(visitor))).isEqualTo(new Assigned(VARIANTS.get(2), false));
    assertThat(assigned(later.joining(visitor))).isEqualTo(new Assigned(VARIANTS.get(2), true));
    assertThat(assigned(earlier.joining(visitor))).isEqualTo(new Assigned(VARIANTS.get(0), true));
    assertThat(assigned(unseen.joining(unit(dealt("bold")))))
        .isEqualTo(new Assigned(VARIANTS.get(0), false));
  }

  @Test
  void theOrderOfJoiningDoesNotMatter() {
    Exposure warm = new Exposure("warm", MONDAY);
    Exposure bold = new Exposure("bold", MONDAY);
    assertThat(assigned(unit("c", warm).joining(unit("v", bold))))
        .isEqualTo(assigned(unit("c", bold).joining(unit("v", warm))))
        .isEqualTo(new Assigned(VARIANTS.get(2), true));
  }

  @Test
  void whoWasExposedStaysThroughRampSegmentAndHoldoutAndAForgottenVariantDoesNot() {
    Ramp closed = new Ramp(List.of(1, Buckets.COUNT), 0);
    String unramped =
        SHOPPERS.stream()
            .filter(s -> of(experiment(EVERYBODY, closed, NOBODY), s) instanceof Outside)
            .findFirst()
            .orElseThrow();
    Unit seen = new Unit(unramped, false, List.of(new Exposure("warm", MONDAY)));
    assertThat(Assignment.of(experiment(EVERYBODY, closed, NOBODY), seen))
        .isEqualTo(new Assigned(VARIANTS.get(1), false));
    assertThat(Assignment.of(experiment(EVERYBODY, Ramp.FULL, EVERYBODY), seen))
        .isEqualTo(new Assigned(VARIANTS.get(1), true));
    Unit forgotten = unit(dealt("control"), new Exposure("gone", MONDAY));
    assertThat(assigned(forgotten)).isEqualTo(new Assigned(VARIANTS.get(0), false));
  }

  @Test
  void refusesWhatCannotBeDealt() {
    assertThatThrownBy(() -> new Variant("a", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ramp(List.of(10, 10), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BucketRange(5, 10_001))
        .isInstanceOf(IllegalArgumentException.class);
    Variant twice = new Variant("a", 1);
    assertThatThrownBy(
            () -> new Experiment("e", "s", List.of(twice, twice), EVERYBODY, Ramp.FULL, NOBODY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Unit unit(String key, Exposure... exposures) {
    return new Unit(key, true, List.of(exposures));
  }

  private static Assignment assigned(Unit unit) {
    return Assignment.of(OPEN, unit);
  }

  private static String dealt(String variant) {
    return SHOPPERS.stream()
        .filter(shopper -> variant(of(OPEN, shopper)).equals(variant))
        .findFirst()
        .orElseThrow();
  }

  private static String variant(Assignment assignment) {
    return ((Assigned) assignment).variant().key();
  }
}
