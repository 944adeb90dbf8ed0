package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
  private static final int BATCH = 2;

  private final Waiting<String> waiting = new Waiting<>(5);
  private final List<List<String>> asked = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
  private final WriteBehind writing = new WriteBehind("Letters", this::batch);

  private Optional<Uni<Void>> batch() {
    List<String> batch = waiting.take(BATCH);
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    asked.add(batch);
    Uni<Void> written = Uni.createFrom().emitter(underWay::add);
    return Optional.of(written.invoke(waiting::settle));
  }

  private static UniAssertSubscriber<Void> watched(Uni<Void> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void succeed(int batch) {
    underWay.get(batch).complete(null);
  }

  @Test
  void writesOneBatchAfterTheOtherUntilNothingWaits() {
    List.of("a", "b", "c").forEach(waiting::offer);
    UniAssertSubscriber<Void> all = watched(writing.drain());
    assertThat(asked).containsExactly(List.of("a", "b"));
    succeed(0);
    assertThat(asked).containsExactly(List.of("a", "b"), List.of("c"));
    all.assertNotTerminated();
    succeed(1);
    all.assertCompleted();
    assertThat(waiting.size()).isZero();
  }

  @Test
  void writesTheSameAgainWhenItFailed() {
    List.of("a", "b", "c").forEach(waiting::offer);
    UniAssertSubscriber<Void> first = watched(writing.drain());
    underWay.get(0).fail(new IllegalStateException("down"));
    first.assertFailedWith(IllegalStateException.class, "down");
    assertThat(waiting.size()).isEqualTo(3);
    watched(writing.drain());
    succeed(1);
    assertThat(asked).containsExactly(List.of("a", "b"), List.of("a", "b"), List.of("c"));
  }

  @Test
  void twoThatDrainShareOneWriting() {
    waiting.offer("a");
    UniAssertSubscriber<Void> one = watched(writing.drain());
    UniAssertSubscriber<Void> other = watched(writing.drain());
    assertThat(asked).hasSize(1);
    succeed(0);
    one.assertCompleted();
    other.assertCompleted();
  }

  @Test
  void settlesAlsoWhatCameWhileTheLastBatchWasUnderWay() {
    waiting.offer("a");
    watched(writing.drain());
    waiting.offer("b");
    UniAssertSubscriber<Void> settled = watched(writing.settled());
    succeed(0);
    settled.assertNotTerminated();
    succeed(1);
    settled.assertCompleted();
    assertThat(asked).containsExactly(List.of("a"), List.of("b"));
  }

  private Uni<Void> unlessPoisoned(List<String> batch) {
    asked.add(List.copyOf(batch));
    return batch.contains("poison")
        ? Uni.createFrom().failure(new IllegalArgumentException("it cannot be written"))
        : Uni.createFrom().voidItem().invoke(() -> written.addAll(batch));
  }

  @Test
  void givesUpOnlyWhatIsRefusedByItself() {
    List<String> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      batch.add(i == 31 || i == 77 ? "poison" : "letter " + i);
    }
    List<String> givenUp = new ArrayList<>();
    watched(WriteBehind.allBut(batch, this::unlessPoisoned, (one, why) -> givenUp.add(one)))
        .assertCompleted();
    assertThat(written).hasSize(98).isSubsetOf(batch).doesNotContain("poison");
    assertThat(givenUp).containsExactly("poison", "poison");
    assertThat(asked).hasSizeLessThan(40);
  }

  @Test
  void keepsAllOfABatchThatMayGoThroughLater() {
    List<String> givenUp = new ArrayList<>();
    watched(
            WriteBehind.allBut(
                List.of("a", "b"),
                batch -> Uni.createFrom().failure(new IllegalStateException("down")),
                (one, why) -> givenUp.add(one)))
        .assertFailedWith(IllegalStateException.class, "down");
    assertThat(givenUp).isEmpty();
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() {
    for (int i = 0; i < 5; i++) {
      assertThat(waiting.offer("letter " + i)).isTrue();
    }
    assertThat(waiting.offer("one too many")).isFalse();
    waiting.take(BATCH);
    assertThat(waiting.offer("while it is written")).isFalse();
    waiting.settle();
    assertThat(waiting.offer("afterwards")).isTrue();
    assertThat(waiting.size()).isEqualTo(4);
  }
}
