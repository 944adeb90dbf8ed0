package dev.attune.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactorTrainingTest {
  private static final FactorSettings SETTINGS =
      new FactorSettings(8, 10, .4f, .7f, 200, 100_000, 16, 8, .5, .1f, 1e-5f, 1_000, 1);

  /** Six products: 0 is followed by 1, 2 by 3, and nobody had 4 or 5. */
  private static final int[][] HISTORIES = histories();

  private static int[][] histories() {
    List<int[]> histories = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      histories.add(new int[] {0, 1});
      histories.add(new int[] {2, 3});
    }
    return histories.toArray(int[][]::new);
  }

  private static Factors learned(FactorSettings settings, int[][] terms) {
    return new FactorTraining(settings, HISTORIES, terms, 2).run();
  }

  private static List<Integer> best(Factors.Chances chances, int n) {
    List<Integer> best = new ArrayList<>();
    chances.best(n, 1, (item, chance) -> best.add(item));
    return best;
  }

  @Test
  void learnsWhatFollowsWhat() {
    Factors factors = learned(SETTINGS, new int[6][0]);
    assertThat(best(factors.after(new int[] {0}), 1)).containsExactly(1);
    assertThat(best(factors.after(new int[] {2}), 1)).containsExactly(3);
    assertThat(factors.after(new int[] {0}).of(1)).isGreaterThan(.5);
  }

  @Test
  void letsAProductThatNobodyHadSpeakByItsTerms() {
    int[][] terms = {{0}, {}, {1}, {}, {0}, {1}};
    Factors factors = learned(SETTINGS, terms);
    assertThat(best(factors.after(new int[] {4}), 1)).containsExactly(1);
    assertThat(best(factors.after(new int[] {5}), 1)).containsExactly(3);
  }

  @Test
  void givesChancesThatAddUpToOne() {
    Factors.Chances chances = learned(SETTINGS, new int[6][0]).after(new int[] {0, 2});
    assertThat(IntStream.range(0, 6).mapToDouble(chances::of).sum()).isCloseTo(1, within(1e-4));
  }

  @Test
  void findsOnlyTheMostTouchedButKnowsTheChanceOfAll() {
    FactorSettings two =
        new FactorSettings(8, 10, .4f, .7f, 200, 100_000, 16, 8, .5, .1f, 1e-5f, 2, 1);
    Factors.Chances all = learned(SETTINGS, new int[6][0]).after(new int[] {2});
    Factors.Chances few = learned(two, new int[6][0]).after(new int[] {2});
    assertThat(best(few, 9)).hasSize(2);
    assertThat(few.of(3)).isGreaterThan(few.of(4)).isGreaterThanOrEqualTo(all.of(3));
  }

  @Test
  void learnsTheSameEveryTime() {
    int[][] terms = {{0}, {}, {1}, {}, {0}, {1}};
    assertThat(chances(learned(SETTINGS, terms))).isEqualTo(chances(learned(SETTINGS, terms)));
  }

  private static double[] chances(Factors factors) {
    Factors.Chances chances = factors.after(new int[] {0});
    return IntStream.range(0, 6).mapToDouble(chances::of).toArray();
  }

  @Test
  void knowsNothingOfHistoriesOfOneProduct() {
    int[][] single = {{0}, {1}};
    Factors learned = new FactorTraining(SETTINGS, single, new int[2][0], 0).run();
    assertThat(learned.knows(new int[] {0, 1})).isFalse();
    assertThat(Factors.NONE.knows(new int[] {0})).isFalse();
  }
}
