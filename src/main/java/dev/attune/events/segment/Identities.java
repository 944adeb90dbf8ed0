package dev.attune.events.segment;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.segment.person.Aliases;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under whom an event came in.
 *
 * @param origin the visitor where there is one, else the customer, proven or claimed
 * @param customer whom the sender proves, null for nobody
 */
record Identities(Identifier origin, @Nullable Identifier customer) {

  /**
   * Reads {@code anonymousId} and {@code userId}. A junk value identifies nobody: the event stands
   * on its other id, and is refused when there is none.
   *
   * @throws AttuneException MISSING_FIELD or INVALID_IDENTIFIER
   */
  static Identities of(Fields event, Sender sender) {
    Identifier visitor = visitor(event, "anonymousId");
    Identifier customer = customer(event, sender);
    Identifier claimed = usable(event, "userId", Type.CLAIMED);
    return resolve(event, sender, visitor == null ? sender.visitor() : visitor, customer, claimed);
  }

  /** Those of an {@code identify}, whose user id is its whole point and so must not be junk. */
  static Identities ofIdentify(Fields event, Sender sender) {
    if (event.id("userId") != null && usable(event, "userId", Type.CLAIMED) == null) {
      throw invalid("userId");
    }
    return of(event, sender);
  }

  /** Those of an {@code alias}: {@code previousId} is the visitor who became {@code userId}. */
  static Identities ofAlias(Fields event, Sender sender) {
    event.requiredId("previousId");
    event.requiredId("userId");
    Identifier visitor = visitor(event, "previousId");
    if (visitor == null) {
      throw invalid("previousId");
    }
    if (usable(event, "userId", Type.CLAIMED) == null) {
      throw invalid("userId");
    }
    return new Identities(visitor, customer(event, sender));
  }

  private static Identities resolve(
      Fields event,
      Sender sender,
      @Nullable Identifier visitor,
      @Nullable Identifier customer,
      @Nullable Identifier claimed) {
    if (visitor != null) {
      return new Identities(visitor, customer);
    }
    if (customer != null) {
      return new Identities(customer, customer);
    }
    if (claimed != null) {
      return new Identities(claimed, null);
    }
    List<Identifier> aliases = sender.vouches() ? Aliases.read(event.node()) : List.of();
    if (!aliases.isEmpty()) {
      return new Identities(aliases.get(0), null);
    }
    for (String field : new String[] {"anonymousId", "userId"}) {
      if (event.id(field) != null) {
        throw invalid(field);
      }
    }
    throw event.missing("anonymousId");
  }

  private static @Nullable Identifier customer(Fields event, Sender sender) {
    Identifier proven = sender.customer();
    if (sender.vouches()) {
      Identifier named = usable(event, "userId", Type.CUSTOMER);
      return named == null ? proven : named;
    }
    String named = event.id("userId");
    if (proven != null && named != null && !named.equals(proven.value())) {
      throw new AttuneException(
          ErrorCode.INVALID_IDENTIFIER, "userId", "userId must be the token's own subject");
    }
    return proven;
  }

  private static @Nullable Identifier visitor(Fields event, String name) {
    return usable(event, name, Type.VISITOR);
  }

  private static @Nullable Identifier usable(Fields event, String name, Type type) {
    String text = event.id(name);
    Optional<Identifier> identifier = text == null ? Optional.empty() : Identifier.of(type, text);
    return identifier.orElse(null);
  }

  private static AttuneException invalid(String field) {
    return new AttuneException(
        ErrorCode.INVALID_IDENTIFIER, field, field + " must identify one person or device");
  }
}
