package dev.attune.profile.store;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.Identifier;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.platform.database.Store;
import dev.attune.privacy.Choices;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentSettings;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.view.ProfileSettings;
import dev.attune.profile.view.ProfileView;
import dev.attune.profile.view.Subjects;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shoppers in PostgreSQL: one statement, however many identifiers are one person. */
@ApplicationScoped
class PgShoppers implements Shoppers {
  private static final String LOAD =
      """
      with part as (
        select $1::text as owner, true as sole where $2::text is null
        union all
        select $2, true where $2 is not null
        union all
        select l.visitor, not exists (
            select from link o where o.visitor = l.visitor and o.customer <> l.customer)
        from link l where l.customer = $2
      ),
      state as (
        select p.owner, p.sole, f.version, f.state from part p join fold f using (owner)
      ),
      choice as (
        select c.purpose, c.state, c.decided_at, c.source
        from person_members($1, $2) m join consent c using (identifier)
      )
      select
        (select encode(substring(
            sha256(value || convert_to(coalesce($2, $1), 'UTF8')) from 1 for 16), 'hex')
          from identity_secret),
        s.owners, s.soles, s.versions, s.states, c.purposes, c.states, c.times, c.sources
      from
        (select array_agg(owner) as owners, array_agg(sole) as soles,
            array_agg(version) as versions, array_agg(state) as states
          from state) s,
        (select array_agg(purpose) as purposes, array_agg(state) as states,
            array_agg(decided_at) as times, array_agg(source) as sources
          from choice) c
      """;

  private final Pool pool;
  private final Catalog catalog;
  private final ConsentSettings consents;
  private final ProfileSettings settings;
  private volatile Lens lens;

  /** The view through one snapshot of the catalog. */
  private record Lens(CatalogSnapshot catalog, ProfileView view) {}

  PgShoppers(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      Catalog catalog,
      ConsentSettings consents,
      ProfileSettings settings) {
    this.pool = pool;
    this.catalog = catalog;
    this.consents = consents;
    this.settings = settings;
    this.lens = lens(CatalogSnapshot.EMPTY);
  }

  @Override
  public Uni<Shopper> load(Asker asker, Instant now) {
    @Nullable String visitor = key(asker.visitor());
    @Nullable String customer = asker.proof() == Proof.ANONYMOUS ? null : key(asker.customer());
    if (visitor == null && customer == null) {
      Consent consent = new Choices(List.of()).settle(consents.byDefault(), asker.objects());
      return Uni.createFrom().item(new Shopper("", asker, consent, Profile.NOBODY, Profile.NOBODY));
    }
    return pool.preparedQuery(LOAD)
        .execute(Tuple.of(visitor, customer))
        .map(rows -> PgShopperRow.of(rows.iterator().next()))
        .map(found -> shopper(found, asker, customer, now));
  }

  private Shopper shopper(PgShopperRow found, Asker asker, @Nullable String customer, Instant now) {
    Consent consent = new Choices(found.choices()).settle(consents.byDefault(), asker.objects());
    if (!consent.allowsPersonalization()) {
      return new Shopper(found.id(), asker, consent, Profile.NOBODY, Profile.NOBODY);
    }
    Profile profile = profile(found.parts(), customer, now);
    Profile showing =
        asker.proof() == Proof.RECOGNIZED && customer != null ? Profile.NOBODY : profile;
    return new Shopper(found.id(), asker, consent, profile, showing);
  }

  private Profile profile(List<Part> parts, @Nullable String customer, Instant now) {
    Fold whole = new Fold();
    for (Part part : parts) {
      (customer == null ? part.ofNobody() : part.of(customer)).forEach(whole::mergeCounted);
    }
    long version = parts.stream().mapToLong(Part::version).max().orElse(0);
    return lens().view().of(whole, version, now);
  }

  private Lens lens() {
    CatalogSnapshot snapshot = catalog.snapshot();
    Lens last = lens;
    if (last.catalog() != snapshot) {
      last = lens(snapshot);
      lens = last;
    }
    return last;
  }

  private Lens lens(CatalogSnapshot snapshot) {
    return new Lens(snapshot, new ProfileView(settings, new Subjects(snapshot)));
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }
}
