package dev.attune.merchandising.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void keepsTheOrderWhoeverIsDoneFirst() {
    CountDownLatch second = new CountDownLatch(1);
    Lanes<String> lanes = new Lanes<>(work -> new Thread(work).start(), 1);
    lanes.begin(
        List.of(
            () -> {
              return second.await(1, TimeUnit.MINUTES) ? "first" : "without help";
            },
            () -> {
              second.countDown();
              return "second";
            }));
    assertThat(lanes.done()).containsExactly("first", "second");
    assertThat(lanes.done()).isEmpty();
  }

  @Test
  void isDoneWithoutHelpAndSaysWhatWasRefused() {
    Lanes<Integer> lanes = new Lanes<>(never -> {}, 3);
    lanes.begin(List.of(() -> 1, () -> 2));
    assertThat(lanes.done()).containsExactly(1, 2);
    lanes.begin(
        List.of(
            () -> {
              throw new AttuneException(ErrorCode.UNAVAILABLE, null, "The log is away");
            }));
    assertThatThrownBy(lanes::done).hasMessage("The log is away");
  }
}
