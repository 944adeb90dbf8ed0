package dev.attune.graphql.identity;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.Edit;
import dev.attune.identity.Identities;
import dev.attune.identity.member.IdentityHealth;
import dev.attune.identity.member.Member;
import dev.attune.identity.member.Members;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Who is taken for whom: what looks wrong, and how to put it right. */
@GraphQLApi
public class IdentityApi {
  private static final int MOST_LOGGED = 100;

  private final Roles roles;
  private final CurrentAsker asker;
  private final People people;
  private final Members members;
  private final Identities identities;
  private final IdentityHealth health;
  private final Audit audit;
  private final Clock clock;

  IdentityApi(
      Roles roles,
      CurrentAsker asker,
      People people,
      Members members,
      Identities identities,
      IdentityHealth health,
      Audit audit,
      Clock clock) {
    this.roles = roles;
    this.asker = asker;
    this.people = people;
    this.members = members;
    this.identities = identities;
    this.health = health;
    this.audit = audit;
    this.clock = clock;
  }

  @Query
  @NonNull
  @Description(
      "What looks wrong about who is taken for whom, and the last joins and splits. For operators.")
  public Uni<IdentityHealthView> identityHealth(@DefaultValue("20") @Nullable Integer log) {
    roles.requireOperator();
    int entries = log == null ? 20 : Math.max(0, Math.min(MOST_LOGGED, log));
    return health
        .report()
        .chain(report -> members.log(entries).map(last -> IdentityHealthView.of(report, last)));
  }

  @Mutation
  @NonNull
  @Description(
      "Takes identifiers from a customer: both are as if they had never been joined, and later"
          + " proofs do not join them again. For merchandisers and admins.")
  public Uni<IdentityPayload> unmergeIdentity(
      @NonNull @Id String shopper,
      @NonNull List<@NonNull String> identifiers,
      @NonNull String reason) {
    return edit("unmergeIdentity", shopper, identifiers, reason, identities::split);
  }

  @Mutation
  @NonNull
  @Description("Takes unmergeIdentity back. For merchandisers and admins.")
  public Uni<IdentityPayload> rejoinIdentity(
      @NonNull @Id String shopper,
      @NonNull List<@NonNull String> identifiers,
      @NonNull String reason) {
    return edit("rejoinIdentity", shopper, identifiers, reason, identities::rejoin);
  }

  /** An edit of one membership. */
  private interface Step {
    Uni<Boolean> apply(Identifier member, Identifier customer, Edit edit);
  }

  private Uni<IdentityPayload> edit(
      String what, String shopper, List<String> identifiers, String reason, Step step) {
    roles.requireMerchandiser();
    if (reason.isBlank()) {
      throw new AttuneException(ErrorCode.MISSING_FIELD, "reason", "Say why, for the log");
    }
    Identifier operator = asker.get().customer();
    Edit edit =
        new Edit(clock.instant(), reason.strip(), operator == null ? "unknown" : operator.value());
    return people
        .owner(shopper)
        .invoke(customer -> requireCustomer(customer, shopper))
        .chain(
            customer ->
                members
                    .of(customer)
                    .chain(
                        before -> {
                          List<Member> chosen =
                              identifiers.stream().map(id -> People.among(before, id)).toList();
                          return applied(chosen, customer, edit, step)
                              .call(
                                  () ->
                                      members
                                          .of(customer)
                                          .chain(
                                              after ->
                                                  record(
                                                      new Line(what, customer, edit),
                                                      standing(before, chosen),
                                                      standing(after, chosen))));
                        })
                    .chain(changed -> payload(customer, changed)));
  }

  private static Uni<Integer> applied(
      List<Member> chosen, Identifier customer, Edit edit, Step step) {
    return Multi.createFrom()
        .iterable(chosen)
        .onItem()
        .transformToUniAndConcatenate(member -> step.apply(member.identifier(), customer, edit))
        .filter(changed -> changed)
        .collect()
        .asList()
        .map(List::size);
  }

  /** What was done to whom. */
  private record Line(String what, Identifier customer, Edit edit) {}

  private Uni<Void> record(Line line, JsonObject before, JsonObject after) {
    return members
        .id(line.customer)
        .chain(
            id ->
                audit.record(
                    new AuditEntry(
                        line.edit.who(),
                        line.what,
                        People.global(id),
                        line.edit.at(),
                        before.encode(),
                        after.encode())));
  }

  /** What those chosen mean to the customer; the audit log keeps no identifier in clear. */
  private static JsonObject standing(List<Member> all, List<Member> chosen) {
    JsonObject standing = new JsonObject();
    for (Member one : all) {
      if (chosen.stream().anyMatch(member -> member.id().equals(one.id()))) {
        standing.put(People.global(one.id()), one.standing().name());
      }
    }
    return new JsonObject().put("identifiers", all.size()).put("chosen", standing);
  }

  private Uni<IdentityPayload> payload(Identifier customer, int changed) {
    return members
        .id(customer)
        .chain(
            id ->
                members
                    .of(customer)
                    .map(
                        all ->
                            new IdentityPayload(
                                People.global(id),
                                changed,
                                all.stream().map(KnownIdentifier::of).toList())));
  }

  private static void requireCustomer(Identifier found, String id) {
    if (found.type() != Type.CUSTOMER) {
      throw new AttuneException(
          ErrorCode.UNKNOWN_ID, "shopper", "'" + id + "' is joined to no one customer");
    }
  }
}
