package dev.attune.decision.weigh;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of settings last, since they are the same from page to page.
 *
 * @param <T> what is made
 */
public final class Remade<T> {
  private volatile @Nullable Known<T> last;

  private record Known<T>(Map<String, Double> settings, double share, T made) {}

  /** Makes something of settings, or finds it made. */
  public T of(Map<String, Double> settings, Function<Map<String, Double>, T> making) {
    return of(settings, 0, making);
  }

  /**
   * The same, where it also depends on a number.
   *
   * @param settings never changed; other ones are another object
   */
  @SuppressWarnings("ReferenceEquality") // equal settings in another object are made again
  public T of(Map<String, Double> settings, double share, Function<Map<String, Double>, T> making) {
    @Nullable Known<T> known = last;
    if (known == null || known.settings != settings || known.share != share) {
      known = new Known<>(settings, share, making.apply(settings));
      last = known;
    }
    return known.made;
  }
}
