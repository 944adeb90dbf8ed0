package dev.attune.identity.member;

import dev.attune.events.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks members up, for operators. */
public interface Members {
  /** All that was ever proven to be this customer's, by kind, the last proof first. */
  Uni<List<Member>> of(Identifier customer);

  /** The opaque id under which a person is known outside. */
  Uni<String> id(Identifier person);

  /**
   * Whose opaque id this is. Goes through all that are known: for operators, not for pages.
   *
   * @param id 32 hexadecimal digits
   */
  Uni<Optional<Identifier>> find(String id);

  /** The one customer that an identifier belongs to, empty where it is nobody's or several'. */
  Uni<Optional<Identifier>> customerOf(Identifier member);

  /** What happened to memberships, the last first. */
  Uni<List<Logged>> log(int most);

  /**
   * One join or split.
   *
   * @param at when it was proven or said
   * @param kind JOIN, SPLIT, REFUSED or REJOIN
   * @param member the opaque id of the identifier
   * @param customer the opaque id of the customer
   * @param who an operator, or {@code event}
   */
  record Logged(
      Instant at, String kind, String member, String customer, String evidence, String who) {}
}
