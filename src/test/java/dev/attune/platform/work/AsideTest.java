package dev.attune.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    assertThat(sum).isEqualTo(49_995_000);
    assertThat(threads)
        .allMatch(name -> name.startsWith("attune-aside-"))
        .hasSizeLessThanOrEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
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
