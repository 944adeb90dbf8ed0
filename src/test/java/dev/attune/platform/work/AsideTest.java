package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsideTest {
  @Test
  void parallelWorkKeepsToHalfOfTheProcessors() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    long sum =
        Aside.done(
            () ->
                IntStream.range(0, 10_000)
                    .parallel()
                    .peek(n -> threads.add(Thread.currentThread().getName()))
                    .asLongStream()
                    .sum());
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    assertThat(Aside.done(ForkJoinTask::getPool).getParallelism()).isEqualTo(half);
    assertThat(sum).isEqualTo(49_995_000);
    assertThat(threads)
        .allMatch(name -> name.startsWith("attune-aside-"))
        .hasSizeLessThanOrEqualTo(half);
  }

  @Test
  void workAtAPaceRestsAtItsStepsAndTellsForHowLong() {
    AtomicLong now = new AtomicLong();
    AtomicLong rested = new AtomicLong();
    long at =
        Aside.done(
            () -> Pace.calm(now::get, now::addAndGet),
            rested::set,
            () -> {
              for (int step = 0; step < 10; step++) {
                now.addAndGet(5_000_000);
                Aside.step();
              }
              return now.get();
            });
    assertThat(at).as("two thirds of it are rest").isEqualTo(150_000_000);
    assertThat(rested.get()).isEqualTo(100_000_000);
  }

  @Test
  void classesAreFoundAsTheCallerFindsThem() {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    ClassLoader other = new ClassLoader(mine) {};
    Thread.currentThread().setContextClassLoader(other);
    try {
      assertThat(Aside.done(() -> Thread.currentThread().getContextClassLoader())).isSameAs(other);
    } finally {
      Thread.currentThread().setContextClassLoader(mine);
    }
  }

  @Test
  void whatFailedFailsForTheCaller() {
    assertThatThrownBy(
            () ->
                Aside.done(
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failed");
  }
}
