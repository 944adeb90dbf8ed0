package dev.attune.profile.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who on this replica waits for which marks. */
final class Listeners {
  private final Map<String, Set<MultiEmitter<? super Boolean>>> byMark = new ConcurrentHashMap<>();

  Multi<Boolean> listen(Collection<String> marks) {
    List<String> wanted = List.copyOf(marks);
    return Multi.createFrom()
        .emitter(
            emitter -> {
              wanted.forEach(mark -> add(mark, emitter));
              emitter.onTermination(() -> wanted.forEach(mark -> remove(mark, emitter)));
              emitter.emit(true);
            },
            BackPressureStrategy.LATEST);
  }

  void tell(String mark) {
    byMark.getOrDefault(mark, Set.of()).forEach(emitter -> emitter.emit(true));
  }

  void tellAll() {
    byMark.keySet().forEach(this::tell);
  }

  private void add(String mark, MultiEmitter<? super Boolean> emitter) {
    byMark.compute(
        mark,
        (any, known) -> {
          Set<MultiEmitter<? super Boolean>> all =
              known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(emitter);
          return all;
        });
  }

  private void remove(String mark, MultiEmitter<? super Boolean> emitter) {
    byMark.computeIfPresent(
        mark,
        (any, known) -> {
          known.remove(emitter);
          return known.isEmpty() ? null : known;
        });
  }
}
