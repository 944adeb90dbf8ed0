package dev.attune.profile.store;

import java.util.List;

/**
 * What a profile was made from; equal bases give equal profiles.
 *
 * @param owners whose folds, in order
 * @param soles whether each is nobody else's
 * @param versions of each fold: the highest of them would not show every change
 * @param apart customers whom the device was taken from
 */
record Basis(List<String> owners, List<Boolean> soles, List<Long> versions, List<String> apart) {
  static final Basis NOTHING = new Basis(List.of(), List.of(), List.of(), List.of());

  Basis {
    owners = List.copyOf(owners);
    soles = List.copyOf(soles);
    versions = List.copyOf(versions);
    apart = List.copyOf(apart);
  }

  /** The highest version, 0 for none. */
  long version() {
    return versions.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
