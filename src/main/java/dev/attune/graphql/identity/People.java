package dev.attune.graphql.identity;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.identity.member.Member;
import dev.attune.identity.member.Members;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds whom an operator means: by the id of a {@code Shopper} or of an identifier, or by {@code
 * customer:7}, {@code visitor:8b52…}, {@code email:anna@example.com}, {@code
 * external:loyalty_card=4711}.
 */
@ApplicationScoped
class People {
  private final Members members;

  People(Members members) {
    this.members = members;
  }

  /**
   * @throws AttuneException UNKNOWN_ID
   */
  Uni<Identifier> find(String id) {
    Optional<String> opaque = opaque(id);
    if (opaque.isPresent()) {
      return members.find(opaque.get()).map(found -> found.orElseThrow(() -> unknown("id", id)));
    }
    return Uni.createFrom().item(() -> named(id).orElseThrow(() -> unknown("id", id)));
  }

  /** The same; an identifier that is one customer's stands for that customer. */
  Uni<Identifier> owner(String id) {
    return find(id)
        .chain(
            found ->
                found.type() == Type.CUSTOMER
                    ? Uni.createFrom().item(found)
                    : members.customerOf(found).map(customer -> customer.orElse(found)));
  }

  /**
   * The one of these members that is meant.
   *
   * @throws AttuneException UNKNOWN_ID
   */
  static Member among(List<Member> members, String id) {
    Optional<String> opaque = opaque(id);
    Optional<Identifier> named = named(id);
    return members.stream()
        .filter(
            member ->
                opaque.filter(member.id()::equals).isPresent()
                    || named.filter(member.identifier()::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> unknown("identifiers", id));
  }

  private static Optional<String> opaque(String id) {
    return GlobalId.parse(id)
        .filter(found -> found.type() == NodeType.SHOPPER)
        .map(GlobalId::local);
  }

  static String global(String opaque) {
    return new GlobalId(NodeType.SHOPPER, opaque).toString();
  }

  private static Optional<Identifier> named(String id) {
    int colon = id.indexOf(':');
    String rest = id.substring(colon + 1);
    return switch (colon < 0 ? "" : id.substring(0, colon)) {
      case "customer" -> Identifier.of(Type.CUSTOMER, rest);
      case "visitor" -> Identifier.of(Type.VISITOR, rest);
      case "email" ->
          rest.contains("@")
              ? Identifier.email(rest)
              : Identifier.of(Type.EMAIL, rest.toLowerCase(Locale.ROOT));
      case "external" -> {
        int equals = rest.indexOf('=');
        yield equals < 1
            ? Optional.empty()
            : Identifier.external(rest.substring(0, equals), rest.substring(equals + 1));
      }
      default -> Optional.empty();
    };
  }

  private static AttuneException unknown(String field, String id) {
    return new AttuneException(
        ErrorCode.UNKNOWN_ID,
        field,
        "'" + id + "' is no shopper's id and no identifier such as customer:7 or visitor:8b52f660");
  }
}
