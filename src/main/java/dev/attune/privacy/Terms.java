package dev.attune.privacy;

import dev.attune.identity.Asker;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of consent, whoever it is about.
 *
 * @param objects it carried {@code Sec-GPC: 1}
 * @param market the market it names, whose default holds for people who have not chosen
 */
public record Terms(boolean objects, @Nullable String market) {
  /** It says nothing. */
  public static final Terms NONE = new Terms(false, null);

  /** What somebody's request says. */
  public static Terms of(Asker asker) {
    return new Terms(asker.objects(), asker.market());
  }
}
