package dev.attune.models.blend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against shoppers whose taste is known, who look less at what stands further behind. */
class BlendLearnerTest {
  private static final int PLACES = 8;
  private static final Map<String, Double> STATED =
      Map.of("HISTORY", .2, "NEXT", 1.0, "POPULARITY", .2);

  /** In the learner's order: history, next, popularity. */
  private static final double[] TRUE = {4, 1, 1};

  @Test
  void findsWhatShoppersReallyGoByThoughTheyLookAtTheFirstPlacesMost() {
    Blend blend = new BlendLearner(STATED).learn(shown(6_000, TRUE, 1.2));

    assertThat(blend.learned()).isTrue();
    assertThat(blend.gain()).isPositive();
    Map<String, Double> weights = blend.weights();
    assertThat(weights.get("HISTORY") / weights.get("NEXT")).isBetween(2.5, 4.0);
    assertThat(weights.get("HISTORY")).isLessThanOrEqualTo(.8);
  }

  @Test
  void leavesTheStatedWeightsWhereShoppersGoByThem() {
    double[] asStated = {.6, 3, .6};

    Blend blend = new BlendLearner(STATED).learn(shown(3_000, asStated, 1.2));

    assertThat(blend.learned()).isFalse();
    assertThat(blend.weights()).isEqualTo(STATED);
  }

  @Test
  void doesNotTakeTheFirstPlaceForBetterTaste() {
    double[] indifferent = {0, 0, 0};

    Blend blend = new BlendLearner(STATED).learn(shown(6_000, indifferent, 2));

    assertThat(blend.learned()).isFalse();
    assertThat(blend.weights()).isEqualTo(STATED);
  }

  @Test
  void leavesTheStatedWeightsWhereLittleWasTaken() {
    Blend blend = new BlendLearner(STATED).learn(shown(BlendLearner.ENOUGH - 1, TRUE, 1));

    assertThat(blend.learned()).isFalse();
    assertThat(blend.gain()).isNull();
    assertThat(blend.weights()).isEqualTo(STATED);
  }

  /** Lists ordered by the stated weights, of which one thing each was taken. */
  private static List<Shown> shown(int decisions, double[] taste, double gaze) {
    Random random = new Random(7);
    List<Shown> all = new ArrayList<>();
    double[] stated = {.2, 1, .2};
    for (int d = 0; d < decisions; d++) {
      List<double[]> things = new ArrayList<>();
      for (int i = 0; i < PLACES; i++) {
        things.add(new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()});
      }
      things.sort(Comparator.comparingDouble((double[] it) -> -BlendLearner.score(it, stated)));
      int taken = 0;
      double best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < PLACES; i++) {
        double gumbel = -Math.log(-Math.log(random.nextDouble()));
        double wish = BlendLearner.score(things.get(i), taste) - gaze * Math.log(i + 1.0) + gumbel;
        if (wish > best) {
          best = wish;
          taken = i;
        }
      }
      all.add(new Shown(random.nextInt(), things, taken));
    }
    return all;
  }
}
