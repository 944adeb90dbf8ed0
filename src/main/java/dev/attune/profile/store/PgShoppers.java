package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.platform.database.Store;
import dev.attune.privacy.Choices;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.store.ProfileCache.Known;
import dev.attune.profile.view.Lenses;
import dev.attune.profile.view.ProfileSettings;
import dev.attune.profile.view.ProfileView;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shoppers in PostgreSQL: one statement, however many identifiers are one person. It leaves the
 * states out where they are those that the profile kept here was made from.
 */
@ApplicationScoped
class PgShoppers implements Shoppers {
  private static final String LOAD =
      """
      with part as (
        select $1::text as owner, true as sole where $2::text is null
        union all
        select $2, true where $2 is not null
        union all
        select m.identifier, m.sole from shopper_members($2) m
      ),
      state as (
        select p.owner, p.sole, f.version, f.state from part p join fold f using (owner)
      ),
      choice as (
        select identifier, c.purpose, c.state, c.decided_at, c.source
        from person_members($1, $2) m join consent c using (identifier)
      ),
      seen as (
        select x.unit, x.experiment, x.variant, x.first_at, x.crossed
        from exposure x where x.unit = any (array(
          select owner from part where sole
          union
          select $1 where not exists (
            select from link o where o.visitor = $1 and o.customer <> $2 and o.split_at is null)))
      )
      select
        shopper_id(coalesce($2, $1)),
        s.owners, s.soles, s.versions,
        case when (s.owners, s.soles, s.versions, coalesce(a.apart, '{}'))
            = ($3::text[], $4::boolean[], $5::bigint[], $6::text[])
          then null
          else (select array_agg(state order by owner) from state) end,
        c.purposes, c.states, c.times, c.sources, a.apart,
        x.units, x.experiments, x.variants, x.times, x.crossed, c.identifiers
      from
        (select array_agg(owner order by owner) as owners,
            array_agg(sole order by owner) as soles,
            array_agg(version order by owner) as versions
          from state) s,
        (select array_agg(customer order by customer) as apart
          from link where visitor = $1 and split_at is not null) a,
        (select array_agg(purpose) as purposes, array_agg(state) as states,
            array_agg(decided_at) as times, array_agg(source) as sources,
            array_agg(identifier) as identifiers
          from choice) c,
        (select array_agg(unit) as units, array_agg(experiment) as experiments,
            array_agg(variant) as variants, array_agg(first_at) as times,
            array_agg(crossed) as crossed
          from seen) x
      """;

  private final Pool pool;
  private final Lenses lenses;
  private final ConsentDefaults consents;
  private final ProfileSettings settings;
  private final ProfileCache cache;

  PgShoppers(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      Lenses lenses,
      ConsentDefaults consents,
      ProfileSettings settings,
      ProfileCache cache) {
    this.pool = pool;
    this.lenses = lenses;
    this.consents = consents;
    this.settings = settings;
    this.cache = cache;
  }

  @Override
  public Uni<Shopper> load(Asker asker, Instant now) {
    @Nullable String visitor = key(asker.visitor());
    @Nullable String customer = asker.proof() == Proof.ANONYMOUS ? null : key(asker.customer());
    if (visitor == null && customer == null) {
      Consent consent = new Choices(List.of()).settle(consents.in(asker.market()), asker.objects());
      return Uni.createFrom().item(new Shopper("", asker, consent, Profile.NOBODY, Profile.NOBODY));
    }
    Request request =
        new Request(
            asker,
            customer == null ? Objects.requireNonNull(visitor) : customer,
            customer,
            lenses.current(),
            now);
    Optional<Known> known = cache.find(request.shopper, request.view, now);
    return pool.preparedQuery(LOAD)
        .execute(question(visitor, customer, known.map(Known::basis).orElse(Basis.NOTHING)))
        .map(rows -> PgShopperRow.of(rows.iterator().next()))
        .chain(found -> answer(found, known.orElse(null), request));
  }

  /** Who asks, whose folds are looked for, and through which view. */
  private record Request(
      Asker asker, String shopper, @Nullable String customer, ProfileView view, Instant now) {}

  private static Tuple question(@Nullable String visitor, @Nullable String customer, Basis known) {
    return Tuple.newInstance(
        io.vertx.sqlclient.Tuple.of(visitor, customer)
            .addValue(known.owners().toArray(String[]::new))
            .addValue(known.soles().toArray(Boolean[]::new))
            .addValue(known.versions().toArray(Long[]::new))
            .addValue(known.apart().toArray(String[]::new)));
  }

  /** A visitor token does not outlive that its device was taken from its customer. */
  private Uni<Shopper> answer(PgShopperRow found, @Nullable Known known, Request request) {
    Asker asker = request.asker;
    return asker.proof() == Proof.RECOGNIZED && found.basis().apart().contains(request.customer)
        ? load(asker.unproven(), request.now)
        : Uni.createFrom().item(shopper(found, known, request));
  }

  private Shopper shopper(PgShopperRow found, @Nullable Known known, Request request) {
    Asker asker = request.asker;
    @Nullable String asking = asker.proof() == Proof.AUTHENTICATED ? null : key(asker.visitor());
    Consent consent =
        new Choices(found.choices(), asking).settle(consents.in(asker.market()), asker.objects());
    if (!consent.allowsPersonalization()) {
      return new Shopper(
          found.id(), asker, consent, Profile.NOBODY, Profile.NOBODY, found.exposures());
    }
    Profile profile =
        known != null && found.states() == null ? known.profile() : profile(found, request);
    Profile showing =
        asker.proof() == Proof.RECOGNIZED && request.customer != null ? Profile.NOBODY : profile;
    return new Shopper(found.id(), asker, consent, profile, showing, found.exposures());
  }

  private Profile profile(PgShopperRow found, Request request) {
    Fold whole = new Fold();
    Set<String> apart = Set.copyOf(found.basis().apart());
    for (Part part : found.parts()) {
      (request.customer == null ? part.ofNobody(apart) : part.of(request.customer))
          .forEach(whole::mergeCounted);
    }
    Profile profile = request.view.of(whole, found.basis().version(), request.now);
    Instant until = ProfileView.next(whole, request.now, settings.cachedFor());
    cache.keep(
        request.shopper, new Known(found.basis(), request.view, profile, request.now, until));
    return profile;
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }
}
