package dev.attune.profile;

import dev.attune.events.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Profiles as they were, from the log: for replay, and for training without a look ahead. */
public interface PastProfiles {
  /**
   * The profile of what had happened until an instant, joined by what had been proven until then;
   * when it was received does not matter. What an erasure or retention took is not in it.
   *
   * @param person a customer, or any other identifier as it is by itself
   */
  Uni<Profile> at(Identifier person, Instant at);
}
