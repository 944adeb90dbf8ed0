package dev.attune.profile.live;

import io.smallrye.mutiny.Multi;
import java.util.Collection;

/** Which shoppers' profiles have just changed, on whatever replica. */
public interface ShopperChanges {
  /** Tells that what is stored under these identifiers has changed; never waits. */
  void touched(Collection<String> keys);

  /**
   * One item at once and one whenever any of these identifiers was touched; whoever is slow gets
   * the last only.
   */
  Multi<Boolean> of(Collection<String> keys);
}
