package dev.attune.models.sequence;

import java.util.Random;

/** Every place of every history that has something before it, in an order that is shuffled. */
final class Examples {
  private final int[][] histories;
  private final int[] of;
  private final int[] places;

  Examples(int[][] histories) {
    this.histories = histories;
    int count = 0;
    for (int[] history : histories) {
      count += Math.max(0, history.length - 1);
    }
    of = new int[count];
    places = new int[count];
    int next = 0;
    for (int h = 0; h < histories.length; h++) {
      for (int place = 1; place < histories[h].length; place++) {
        of[next] = h;
        places[next++] = place;
      }
    }
  }

  int size() {
    return of.length;
  }

  void shuffle(Random random) {
    for (int i = of.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = of[i];
      of[i] = of[j];
      of[j] = kept;
      kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
  }

  /** What came next. */
  int answer(int example) {
    return histories[of[example]][places[example]];
  }

  /** How many products came before. */
  int before(int example) {
    return places[example];
  }

  /** The product so many places before the answer, the one right before it being 0. */
  int cause(int example, int back) {
    return histories[of[example]][places[example] - 1 - back];
  }
}
