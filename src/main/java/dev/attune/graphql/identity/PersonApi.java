package dev.attune.graphql.identity;

import dev.attune.catalog.Catalog;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Traffic;
import dev.attune.graphql.identity.ShopperProfileView.Prices;
import dev.attune.graphql.page.ForgetPayload;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.identity.member.Members;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.models.ModelRegistry;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.Exported;
import dev.attune.privacy.Erasure;
import dev.attune.privacy.Export;
import dev.attune.profile.DiscountAffinity;
import dev.attune.profile.PastProfiles;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** One person, for operators: what is known, all of it as a file, and nothing any more. */
@GraphQLApi
public class PersonApi {
  private final Roles roles;
  private final CurrentAsker asker;
  private final People people;
  private final Members members;
  private final Shoppers shoppers;
  private final PastProfiles past;
  private final ModelRegistry models;
  private final Catalog catalog;
  private final Export export;
  private final Erasure erasure;
  private final Audit audit;
  private final Clock clock;

  PersonApi(
      Roles roles,
      CurrentAsker asker,
      People people,
      Members members,
      Shoppers shoppers,
      PastProfiles past,
      ModelRegistry models,
      Catalog catalog,
      Export export,
      Erasure erasure,
      Audit audit,
      Clock clock) {
    this.roles = roles;
    this.asker = asker;
    this.people = people;
    this.members = members;
    this.shoppers = shoppers;
    this.past = past;
    this.models = models;
    this.catalog = catalog;
    this.export = export;
    this.erasure = erasure;
    this.audit = audit;
    this.clock = clock;
  }

  @Query
  @NonNull
  @Description(
      "What is known of a shopper, now or as it was at an instant. The id is a Shopper's, or names"
          + " an identifier: customer:7, visitor:8b52f660, email:anna@example.com,"
          + " external:loyalty_card=4711. For operators.")
  public Uni<ShopperProfileView> shopperProfile(
      @NonNull @Id String id, @Nullable OffsetDateTime at) {
    roles.requireOperator();
    Instant now = clock.instant();
    Instant wanted = at == null ? now : at.toInstant();
    return people
        .owner(id)
        .chain(
            person ->
                shoppers
                    .load(asking(person), now)
                    .chain(
                        shopper ->
                            profile(person, shopper, at == null ? null : wanted)
                                .chain(profile -> view(person, shopper, profile, wanted))));
  }

  @Mutation
  @NonNull
  @Description(
      "All that is stored about a person, from every table, as JSON. For admins; the audit log"
          + " keeps that it was asked for.")
  public Uni<ShopperExport> exportShopper(@NonNull @Id String id) {
    roles.requireAdmin();
    Instant now = clock.instant();
    return people
        .owner(id)
        .chain(
            person ->
                members
                    .id(person)
                    .chain(
                        opaque ->
                            rows(person)
                                .call(
                                    rows ->
                                        record(
                                            new Line("exportShopper", People.global(opaque), now),
                                            null,
                                            counts(Exported.counted(rows))))
                                .map(rows -> ShopperExport.of(opaque, rows, now))));
  }

  private Uni<List<Exported>> rows(Identifier person) {
    return person.type() == Type.CUSTOMER ? export.ofCustomer(person) : export.ofVisitor(person);
  }

  /** What the audit keeps of rows: how many of which tables, and nothing of what is in them. */
  private static String counts(Map<String, Long> rows) {
    return new JsonObject().put("rows", JsonObject.mapFrom(new TreeMap<>(rows))).encode();
  }

  @Mutation
  @NonNull
  @Description(
      "Erases all that is stored about a person, as forgetMe does; who comes back is new. For"
          + " admins. The receipt stands in the audit log and names nobody.")
  public Uni<ForgetPayload> eraseShopper(@NonNull @Id String id) {
    roles.requireAdmin();
    String receipt = UUID.randomUUID().toString();
    return people
        .owner(id)
        .chain(
            person ->
                erased(person)
                    .call(
                        gone ->
                            record(
                                new Line("eraseShopper", receipt, clock.instant()),
                                counts(gone.map(Erased::rows).orElse(Map.of())),
                                null)))
        .map(gone -> new ForgetPayload(gone.isPresent(), receipt));
  }

  private Uni<Optional<Erased>> erased(Identifier person) {
    return person.type() == Type.CUSTOMER
        ? erasure.forgetCustomer(person, null).map(Optional::of)
        : erasure.forgetVisitor(person);
  }

  private Uni<Profile> profile(Identifier person, Shopper shopper, @Nullable Instant at) {
    return at == null || !shopper.consent().allowsPersonalization()
        ? Uni.createFrom().item(shopper.ranking())
        : past.at(person, at);
  }

  private Uni<ShopperProfileView> view(
      Identifier person, Shopper shopper, Profile profile, Instant at) {
    Uni<List<KnownIdentifier>> identifiers =
        person.type() == Type.CUSTOMER
            ? members.of(person).map(all -> all.stream().map(KnownIdentifier::of).toList())
            : Uni.createFrom().item(List.of());
    return identifiers.map(
        known ->
            ShopperProfileView.of(
                shopper.id(), known, shopper.consent(), profile, prices(profile), at));
  }

  private Prices prices(Profile profile) {
    PricePosition position = PricePosition.of(profile, models.current().priceLevels());
    return new Prices(
        position.equals(PricePosition.UNKNOWN) ? null : 1 - position.level(),
        DiscountAffinity.of(profile, catalog.snapshot()).share());
  }

  /** The person as they would ask themselves. */
  private static Asker asking(Identifier person) {
    boolean customer = person.type() == Type.CUSTOMER;
    return new Asker(
        customer ? null : person,
        customer ? person : null,
        customer ? Proof.AUTHENTICATED : Proof.ANONYMOUS,
        Traffic.STAFF,
        Set.of(),
        false,
        false,
        null);
  }

  /** What was done to whom, when. */
  private record Line(String what, String subject, Instant at) {}

  private Uni<Void> record(Line line, @Nullable String before, @Nullable String after) {
    Identifier operator = asker.get().customer();
    String who = operator == null ? "unknown" : operator.value();
    return audit.record(new AuditEntry(who, line.what(), line.subject(), line.at(), before, after));
  }
}
