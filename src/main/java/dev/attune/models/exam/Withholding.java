package dev.attune.models.exam;

import java.util.function.Predicate;

/**
 * The shoppers whose next step is never learned from, so that every training can be examined on
 * what none has seen: the same one in fifty each time, by a hash of whose the events are.
 */
public final class Withholding implements Predicate<String> {
  /** Nobody: for a training that nothing else is compared with. */
  public static final Predicate<String> NOBODY = owner -> false;

  private static final int ONE_IN = 50;

  @Override
  public boolean test(String owner) {
    return Math.floorMod(mixed(owner.hashCode()), ONE_IN) == 0;
  }

  /** The finalizer of MurmurHash3, because the low bits of text's own hash are uneven. */
  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}
