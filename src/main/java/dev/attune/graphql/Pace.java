package dev.attune.graphql;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Answers changes at once, then no sooner than a pause after the last answer. */
final class Pace {
  private Pace() {}

  /**
   * @param changes of which the last matters while nobody asks
   * @param load what is answered
   * @param pause ends when the next answer may come
   */
  static <T> Multi<T> of(Multi<?> changes, Supplier<Uni<T>> load, Supplier<Uni<Void>> pause) {
    return changes
        .onItem()
        .transformToMultiAndConcatenate(
            changed ->
                Multi.createBy()
                    .concatenating()
                    .streams(load.get().toMulti(), pause.get().<T>map(over -> null).toMulti()));
  }
}
