package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** However much a shopper does, a page comes once a pause. */
class PaceTest {
  private final AtomicReference<MultiEmitter<? super Boolean>> shopper = new AtomicReference<>();
  private final Deque<UniEmitter<? super Void>> pauses = new ArrayDeque<>();
  private final AtomicInteger loads = new AtomicInteger();
  private final AssertSubscriber<Integer> page = AssertSubscriber.create(Long.MAX_VALUE);

  @Test
  void aBurstIsOneUpdateAndComesWhenThePauseIsOver() {
    subscribe();
    does(1);
    page.assertItems(1);
    does(10);
    page.assertItems(1);
    pauses.remove().complete(null);
    page.assertItems(1, 2);
    pauses.remove().complete(null);
    page.assertItems(1, 2);
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatHappensLongAfterwardsIsAnsweredAtOnce() {
    subscribe();
    does(1);
    pauses.remove().complete(null);
    does(1);
    page.assertItems(1, 2);
  }

  private void subscribe() {
    Multi<Boolean> changes =
        Multi.createFrom().<Boolean>emitter(shopper::set, BackPressureStrategy.LATEST);
    Pace.of(
            changes,
            () -> Uni.createFrom().item(loads::incrementAndGet),
            () -> Uni.createFrom().<Void>emitter(pauses::add))
        .subscribe(page);
  }

  private void does(int times) {
    for (int i = 0; i < times; i++) {
      shopper.get().emit(true);
    }
  }
}
