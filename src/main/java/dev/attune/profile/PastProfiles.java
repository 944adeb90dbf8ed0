package dev.attune.profile;

import dev.attune.events.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Profiles as they were, from the log: for replay, and for training without a look ahead. */
public interface PastProfiles {
  /**
   * The profiles of what had happened until each of some instants, joined by what had been proven
   * until then, in one reading; when it was received does not matter. What an erasure or retention
   * took is not in them.
   *
   * @param person a customer, or any other identifier as it is by itself
   * @return one for each instant, in their order
   */
  Uni<List<Profile>> at(Identifier person, List<Instant> instants);

  /** The profile at one instant. */
  default Uni<Profile> at(Identifier person, Instant at) {
    return at(person, List.of(at)).map(all -> all.get(0));
  }
}
