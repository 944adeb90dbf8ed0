package dev.attune.models.registry;

import dev.attune.models.Models;
import java.lang.ref.SoftReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The models that served before those in use, as long as there is memory for them. */
public final class FormerModels {
  private volatile SoftReference<Kept> last = new SoftReference<>(null);

  private record Kept(Models models, Instant cut) {}

  /**
   * Keeps models that others take the place of.
   *
   * @param cut events that were received up to here were learned from
   */
  public void keep(Models models, Instant cut) {
    last = new SoftReference<>(new Kept(models, cut));
  }

  /** The last ones, where they learned of nothing later than this; null where they did, or left. */
  public @Nullable Models upTo(Instant cut) {
    @Nullable Kept kept = last.get();
    return kept == null || kept.cut.isAfter(cut) ? null : kept.models;
  }
}
