package dev.attune.profile.store;

import dev.attune.platform.database.Store;
import dev.attune.profile.AllProfiles;
import dev.attune.profile.Profile;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.profile.view.Lenses;
import dev.attune.profile.view.ProfileView;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody, in the order of keys: one statement for a page. */
@ApplicationScoped
class PgAllProfiles implements AllProfiles {
  private static final String PAGE =
      """
      with page as (
        (select f.owner as key from fold f
          where f.owner > $1 and not exists (
            select from link l where l.visitor = f.owner and l.split_at is null)
          order by f.owner limit $2)
        union
        (select distinct l.customer from link l
          where l.customer > $1 and l.split_at is null and l.customer like 'customer:%'
          order by l.customer limit $2)
        order by key limit $2
      )
      select p.key, f.owner, m.sole, f.version, f.state
      from page p
      cross join lateral (
        select p.key as owner, true as sole
        union all
        select s.identifier, s.sole from shopper_members(p.key) s) m
      left join fold f on f.owner = m.owner
      order by p.key
      """;

  private final Pool pool;
  private final Lenses lenses;

  PgAllProfiles(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Lenses lenses) {
    this.pool = pool;
    this.lenses = lenses;
  }

  @Override
  public Uni<Page> after(String after, int most, Instant now) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(after, most))
        .map(rows -> page(rows, most, now));
  }

  private Page page(RowSet<Row> rows, int most, Instant now) {
    Map<String, List<Part>> shoppers = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Part> parts = shoppers.computeIfAbsent(row.getString(0), any -> new ArrayList<>());
      if (row.getString(1) != null) {
        Fold fold = FoldCodec.decode(row.getBuffer(4).getBytes());
        parts.add(new Part(row.getString(1), row.getBoolean(2), row.getLong(3), fold));
      }
    }
    ProfileView view = lenses.current();
    List<Profile> profiles = new ArrayList<>(shoppers.size());
    @Nullable String last = null;
    for (Map.Entry<String, List<Part>> shopper : shoppers.entrySet()) {
      Fold whole = new Fold();
      shopper.getValue().forEach(part -> part.of(shopper.getKey()).forEach(whole::mergeCounted));
      profiles.add(view.of(whole, 0, now));
      last = shopper.getKey();
    }
    return new Page(profiles, shoppers.size() < most ? null : last);
  }
}
