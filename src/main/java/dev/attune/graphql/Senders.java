package dev.attune.graphql;

import dev.attune.events.Identifier;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Under whom a mutation writes. */
final class Senders {
  private Senders() {}

  /**
   * The visitor of the request, else its proven customer.
   *
   * @throws AttuneException MISSING_FIELD when the request names nobody
   */
  static Identifier origin(Asker asker) {
    Identifier visitor = asker.visitor();
    Identifier origin = visitor == null ? proven(asker) : visitor;
    if (origin == null) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          "Attune-Visitor",
          "The header Attune-Visitor must say which visitor this is about");
    }
    return origin;
  }

  /** The customer whom a valid token proves; a visitor token does not write as its customer. */
  static @Nullable Identifier proven(Asker asker) {
    return asker.proof() == Proof.AUTHENTICATED ? asker.customer() : null;
  }
}
