package dev.attune.identity.request;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.identity.Role;
import dev.attune.platform.security.KeyKind;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Says who is asking, from a request's headers and the identity that its credentials gave it. */
@ApplicationScoped
public class Askers {
  private static final int MAX_VERSION_DIGITS = 18;

  private final VisitorTokens tokens;
  private final Bots bots;
  private final StaffAddresses staff;

  Askers(VisitorTokens tokens, Bots bots, StaffAddresses staff) {
    this.tokens = tokens;
    this.bots = bots;
    this.staff = staff;
  }

  /**
   * Who is asking. Unusable visitor ids, tokens and versions count as not sent.
   *
   * @param identity of the request's credentials, anonymous without any
   */
  public Asker read(RequestHeaders headers, SecurityIdentity identity) {
    boolean secret = identity.hasRole(KeyKind.SECRET_ROLE);
    Who visitor = visitor(headers);
    Who who = secret ? vouched(headers, visitor) : signedIn(identity, visitor);
    Set<Role> roles = roles(identity);
    return new Asker(
        who.visitor(),
        who.customer(),
        who.proof(),
        traffic(headers, roles, secret),
        roles,
        secret,
        "1".equals(headers.get("Sec-GPC")),
        version(headers.get("Attune-Version")),
        market(headers.get("Attune-Market")));
  }

  private record Who(@Nullable Identifier visitor, @Nullable Identifier customer, Proof proof) {}

  private Who visitor(RequestHeaders headers) {
    String header = headers.get("Attune-Visitor");
    String sent = header == null || header.isBlank() ? headers.cookie("attune_visitor") : header;
    if (sent == null) {
      return new Who(null, null, Proof.ANONYMOUS);
    }
    if (!sent.strip().startsWith(VisitorTokens.PREFIX)) {
      return new Who(identifier(Type.VISITOR, sent), null, Proof.ANONYMOUS);
    }
    return tokens
        .read(sent.strip())
        .map(pass -> new Who(pass.visitor(), pass.customer(), Proof.RECOGNIZED))
        .orElse(new Who(null, null, Proof.ANONYMOUS));
  }

  /** The secret key speaks for the customer that it names, else for the visitor as they are. */
  private static Who vouched(RequestHeaders headers, Who visitor) {
    String named = headers.get("Attune-Customer");
    Identifier customer = named == null ? null : identifier(Type.CUSTOMER, named);
    return customer == null ? visitor : new Who(visitor.visitor(), customer, Proof.AUTHENTICATED);
  }

  private static Who signedIn(SecurityIdentity identity, Who visitor) {
    if (identity.isAnonymous() || identity.hasRole(KeyKind.WRITE_ROLE)) {
      return visitor;
    }
    Identifier customer = customer(identity);
    return customer == null ? visitor : new Who(visitor.visitor(), customer, Proof.AUTHENTICATED);
  }

  /** The {@code sub} of a token; other names in it, such as an e-mail address, are no ids. */
  private static @Nullable Identifier customer(SecurityIdentity identity) {
    String subject =
        identity.getPrincipal() instanceof JsonWebToken token
            ? token.getSubject()
            : identity.getPrincipal().getName();
    return subject == null ? null : identifier(Type.CUSTOMER, subject);
  }

  private Traffic traffic(RequestHeaders headers, Set<Role> roles, boolean secret) {
    // A server that asks for others says nothing of them by where it stands.
    if (!roles.isEmpty() || (!secret && staff.has(headers.address()))) {
      return Traffic.STAFF;
    }
    return !secret && bots.match(headers.get("User-Agent")) ? Traffic.BOT : Traffic.SHOPPER;
  }

  private static Set<Role> roles(SecurityIdentity identity) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    identity.getRoles().forEach(group -> Role.of(group).ifPresent(roles::add));
    return roles;
  }

  private static @Nullable Identifier identifier(Type type, String text) {
    Optional<Identifier> identifier = Identifier.of(type, text);
    return identifier.isPresent() && text.indexOf('\u0000') < 0 ? identifier.get() : null;
  }

  private static @Nullable String market(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable Long version(@Nullable String text) {
    return text == null || text.length() > MAX_VERSION_DIGITS || !text.matches("\\d+")
        ? null
        : Long.valueOf(text);
  }
}
