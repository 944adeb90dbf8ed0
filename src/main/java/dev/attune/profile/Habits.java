package dev.attune.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper keeps doing.
 *
 * @param wishlist what is on the wish list, the last first
 * @param cadences how regularly things are bought, the most often bought first
 * @param device the last one: DESKTOP, MOBILE, TABLET or APP; null where not known
 */
public record Habits(List<Touched> wishlist, List<Cadence> cadences, @Nullable String device) {
  public static final Habits NONE = new Habits(List.of(), List.of(), null);

  public Habits {
    wishlist = List.copyOf(wishlist);
    cadences = List.copyOf(cadences);
  }
}
