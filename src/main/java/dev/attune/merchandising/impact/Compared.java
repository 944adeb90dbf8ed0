package dev.attune.merchandising.impact;

import dev.attune.platform.id.GlobalId;
import java.util.List;
import java.util.Set;

/**
 * One decision as it was and as it would have been, as far as shoppers look.
 *
 * @param shopper who it was made for, by any name that tells shoppers apart
 * @param after the very list {@code before} where nothing would have changed
 * @param taken local ids of what the shopper took of it
 */
record Compared(
    String slot, String shopper, List<GlobalId> before, List<GlobalId> after, Set<String> taken) {
  /** Places behind the first page of a list are not counted: few look there. */
  static final int PLACES = 24;

  Compared {
    before = List.copyOf(before);
    after = List.copyOf(after);
    taken = Set.copyOf(taken);
  }

  boolean changed() {
    return !before.equals(after);
  }
}
