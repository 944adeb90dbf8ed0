package dev.attune.privacy;

import dev.attune.events.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Keeps what people allow; reading it comes with the shopper. */
public interface Consents {
  /**
   * Notes an explicit choice; an older one never replaces a newer one.
   *
   * @param at when it was made
   * @return what holds now for the person behind the identifier, over all of their identifiers
   */
  Uni<Consent> set(Identifier identifier, ConsentChoice choice, Instant at);

  /**
   * The same in a request that may have objected: whoever chooses in spite of their browser's
   * objection has chosen later.
   */
  default Uni<Consent> set(
      Identifier identifier, ConsentChoice choice, Instant at, boolean objects) {
    return objects
        ? object(identifier, at).chain(() -> set(identifier, choice, at))
        : set(identifier, choice, at);
  }

  /**
   * Notes the first sight of {@code Sec-GPC: 1}: a denial of every purpose that only a later
   * explicit choice lifts, so that events which come without the header are held back as well.
   */
  Uni<Consent> object(Identifier identifier, Instant at);

  /** What holds for the person behind the identifier. */
  Uni<Consent> of(Identifier identifier);
}
