package dev.attune.platform.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Work in batches that nobody waits for: each is followed by twice as much rest. */
public final class Batches {
  /** Timers know no less than a millisecond, in nanoseconds. */
  private static final long SHORTEST = 1_000_000;

  private static final int REST = 2;

  private Batches() {}

  /**
   * One behind the other, until one is not full.
   *
   * @param batch does the next one and tells how much it was
   * @param full how much a full one is
   * @return how much all were
   */
  public static Uni<Long> unhurried(Supplier<Uni<Integer>> batch, int full) {
    return next(batch, full, 0);
  }

  private static Uni<Long> next(Supplier<Uni<Integer>> batch, int full, long soFar) {
    long began = System.nanoTime();
    return batch
        .get()
        .chain(
            count ->
                count < full
                    ? Uni.createFrom().item(soFar + count)
                    : rest(REST * (System.nanoTime() - began))
                        .chain(() -> next(batch, full, soFar + count)));
  }

  /**
   * One for each of these, one behind the other.
   *
   * @param batch does one and tells how much it was
   * @return how much all were
   */
  public static <T> Uni<Long> unhurried(Iterable<T> parts, Function<T, Uni<Long>> batch) {
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(part -> rested(() -> batch.apply(part)))
        .collect()
        .with(Collectors.summingLong(Long::longValue));
  }

  private static Uni<Long> rested(Supplier<Uni<Long>> batch) {
    long began = System.nanoTime();
    return batch.get().call(() -> rest(REST * (System.nanoTime() - began)));
  }

  private static Uni<Void> rest(long nanos) {
    Duration rest = Duration.ofNanos(Math.max(SHORTEST, nanos));
    return Uni.createFrom().voidItem().onItem().delayIt().by(rest);
  }
}
