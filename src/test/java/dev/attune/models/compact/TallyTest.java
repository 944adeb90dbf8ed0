package dev.attune.models.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Tally random(int size, int different) {
    Random random = new Random(7);
    Tally tally = new Tally(4);
    for (int key = 0; key < size; key++) {
      tally.add(key * 31, random.nextInt(different));
    }
    return tally;
  }

  @Test
  void keepsTheSameBestAsAListInOrderDoes() {
    for (int different : new int[] {1, 3, 1_000_000}) {
      for (int n : new int[] {1, 7, 200, 499, 500, 900}) {
        int[] ordered = random(500, different).best(n, any -> true);
        int[] kept = random(500, different).most(n).keys();
        Arrays.sort(ordered);
        Arrays.sort(kept);
        assertThat(kept).containsExactly(ordered);
      }
    }
  }

  @Test
  void findsTheNthOfEqualSortedMixedAndFarApartValues() {
    double[] mixed = new Random(3).doubles(999).toArray();
    double[] equal = new double[50];
    double[] rising = IntStream.range(0, 64).asDoubleStream().toArray();
    double[] far = new Random(5).doubles(300, -9, 9).map(one -> one * Math.exp(one * 20)).toArray();
    double[] few = new Random(9).ints(400, -2, 3).asDoubleStream().toArray();
    for (double[] values : new double[][] {mixed, equal, rising, far, few, new double[200]}) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      for (int n = 1; n <= values.length; n++) {
        assertThat(Best.nth(values.clone(), values.length, n)).isEqualTo(sorted[values.length - n]);
      }
    }
  }

  @Test
  void forgetsOneNumberAndFindsAllOthers() {
    Tally tally = random(200, 1_000);
    Tally all = random(200, 1_000);
    for (int key = 0; key < 200; key += 3) {
      tally.remove(key * 31);
      tally.remove(key * 31);
    }
    assertThat(tally.size()).isEqualTo(133);
    for (int key = 0; key < 200; key++) {
      assertThat(tally.has(key * 31)).isEqualTo(key % 3 != 0);
      assertThat(tally.get(key * 31)).isEqualTo(key % 3 == 0 ? 0 : all.get(key * 31));
    }
  }
}
