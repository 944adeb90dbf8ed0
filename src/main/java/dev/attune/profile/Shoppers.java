package dev.attune.profile;

import dev.attune.identity.Asker;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Reads who is asking, with identity, consent and profile, in one round trip. */
public interface Shoppers {
  /**
   * The shopper behind a request. Somebody unknown is a newcomer, never an error.
   *
   * @param now decides what of the profile is this visit and what has faded
   */
  Uni<Shopper> load(Asker asker, Instant now);
}
