package dev.attune.graphql.identity;

import dev.attune.events.Identifier;
import dev.attune.identity.member.Member;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An identifier that was proven to be a customer's, as operators see it. */
public record KnownIdentifier(
    @Id @NonNull @Description("What unmergeIdentity takes.") String id,
    @NonNull @Description("web, app, email, or external:<type>; at most five of each count.")
        String kind,
    @NonNull @Description("Its beginning; of an e-mail address that of its hash.") String masked,
    @NonNull IdentifierStanding standing,
    @NonNull @Description("How many customers are joined to it.") Integer customers,
    @NonNull OffsetDateTime firstProof,
    @NonNull OffsetDateTime lastProof,
    @NonNull @Description("What proved it first.") String evidence) {
  private static final int SHOWN = 4;

  /** What the membership means. */
  @Description(
      "JOINED: all of it is the customer's. SHARED: others' too, so that only sessions with a proof"
          + " count. LEFT_OUT: more than five of its kind, and not among the last. APART: an"
          + " operator took it from the customer.")
  public enum IdentifierStanding {
    JOINED,
    SHARED,
    LEFT_OUT,
    APART
  }

  static KnownIdentifier of(Member member) {
    return new KnownIdentifier(
        People.global(member.id()),
        member.kind(),
        masked(member.identifier()),
        IdentifierStanding.valueOf(member.standing().name()),
        member.customers(),
        member.firstProof().atOffset(ZoneOffset.UTC),
        member.lastProof().atOffset(ZoneOffset.UTC),
        member.evidence());
  }

  private static String masked(Identifier identifier) {
    String value = identifier.value();
    int shown =
        identifier.type() == Identifier.Type.EXTERNAL
            ? value.indexOf('=') + 1
            : Math.min(SHOWN, value.length() / 2);
    return value.substring(0, shown) + "…";
  }
}
