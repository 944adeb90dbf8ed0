package dev.attune.models.registry;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The training that served before the one in use, as long as there is memory for it. */
final class FormerModels {
  /** Longer than it takes from an erasure's beginning until nothing of it is learned from. */
  private static final Duration ERASING = Duration.ofMinutes(10);

  private SoftReference<Serving.Used> last = new SoftReference<>(null);

  /** Keeps what others take the place of. */
  void keep(Serving.Used used) {
    last = new SoftReference<>(used);
  }

  /**
   * The last one, where it learned of nothing later than this; null where it did, or left.
   *
   * @param erased when somebody was erased last: what may have learned of them is forgotten
   */
  Serving.@Nullable Used upTo(Instant cut, Instant erased) {
    Serving.@Nullable Used kept = last.get();
    if (kept == null || kept.cut().isAfter(cut)) {
      return null;
    }
    if (erased.isAfter(kept.cut().minus(ERASING))) {
      last.clear();
      return null;
    }
    return kept;
  }
}
