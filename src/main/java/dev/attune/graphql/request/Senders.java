package dev.attune.graphql.request;

import dev.attune.events.Identifier;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Under whom a mutation writes. */
public final class Senders {
  private Senders() {}

  /**
   * The visitor of the request, else its proven customer.
   *
   * @throws AttuneException MISSING_FIELD when the request names nobody
   */
  public static Identifier origin(Asker asker) {
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
  public static @Nullable Identifier proven(Asker asker) {
    return asker.proof() == Proof.AUTHENTICATED ? asker.customer() : null;
  }
}
