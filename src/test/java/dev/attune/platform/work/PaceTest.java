package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long STEP = 1_000_000;
  private final AtomicLong now = new AtomicLong();
  private final AtomicLong rested = new AtomicLong();

  @Test
  void aThirdOfTheTimeIsWork() {
    work(Pace.calm(now::get, this::rest), 1_600);
    assertThat(rested.get()).isEqualTo(2 * 1_600 * STEP);
  }

  @Test
  void aStepThatTakesLongIsFollowedByRestAtOnceAndRestIsSummedUp() {
    Pace pace = Pace.calm(now::get, nanos -> rest(nanos + 7));
    now.addAndGet(4 * STEP);
    pace.rest();
    assertThat(rested.get()).isZero();
    now.addAndGet(STEP);
    pace.rest();
    assertThat(rested.get()).isEqualTo(10 * STEP + 7);
    assertThat(pace.rested()).isEqualTo(10 * STEP + 7);
  }

  @Test
  void timeThatOthersTookIsNoWork() {
    Pace pace = Pace.calm(now::get, nanos -> rest(10 * nanos));
    work(pace, 160);
    assertThat(rested.get()).isEqualTo(10 * 2 * 160 * STEP);
  }

  @Test
  void whoIsInAHurryNeverRests() {
    work(Pace.hurried(), 1_600);
    assertThat(now.get()).isEqualTo(1_600 * STEP);
  }

  private void work(Pace pace, int steps) {
    for (int step = 0; step < steps; step++) {
      now.addAndGet(STEP);
      pace.step();
    }
  }

  private void rest(long nanos) {
    rested.addAndGet(nanos);
    now.addAndGet(nanos);
  }
}
