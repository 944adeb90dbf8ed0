package dev.attune.merchandising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Content as it stands with the merchants: what shoppers see, and what is being prepared. Both are
 * at the same version.
 *
 * @param live null where it never was published
 * @param draft null where nothing is being prepared
 */
public record Written<T>(@Nullable T live, @Nullable T draft) {
  public Written {
    if (live == null && draft == null) {
      throw new IllegalArgumentException("Content is live, a draft, or both");
    }
  }

  /** What shoppers see, or where it never was published what they will. */
  public T shown() {
    if (live != null) {
      return live;
    }
    if (draft == null) {
      throw new IllegalStateException("Content is live, a draft, or both");
    }
    return draft;
  }

  /** As somebody reads it; what is being prepared beside it is read in the same way. */
  public <V> V read(Reading<T, V> reading) {
    return reading.of(shown(), live != null, draft == null ? null : reading.of(draft, false, null));
  }

  /**
   * How somebody reads content.
   *
   * @param <V> what they read
   */
  @FunctionalInterface
  public interface Reading<T, V> {
    /**
     * What they read.
     *
     * @param live whether shoppers see it
     * @param draft what is being prepared beside it, null for nothing
     */
    V of(T content, boolean live, @Nullable V draft);
  }

  /** All of a kind, by id. */
  static <T extends Kind.Draftable> List<Written<T>> of(List<T> live, List<T> drafts) {
    Map<String, T> drafted = new LinkedHashMap<>();
    drafts.forEach(one -> drafted.put(one.id(), one));
    Map<String, Written<T>> all = new TreeMap<>();
    live.forEach(one -> all.put(one.id(), new Written<>(one, drafted.get(one.id()))));
    drafted.forEach((key, one) -> all.putIfAbsent(key, new Written<>(null, one)));
    return List.copyOf(all.values());
  }
}
