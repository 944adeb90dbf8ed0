package dev.attune.experiments.exposure;

import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.ErasureBarrier;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Tombstones;
import dev.attune.profile.Exposed;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The table of exposures: one row for each unit and experiment, whoever writes how often. */
@ApplicationScoped
class PgExposureTable implements PersonalData {
  /** Two replicas may expose one person at once to two variants: then it crossed. */
  private static final String INSERT =
      """
      insert into exposure as x (unit, experiment, variant, first_at, crossed)
      select unit, experiment, variant, first_at, crossed from unnest(
        $1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[], $6::bytea[])
        as e(unit, experiment, variant, first_at, crossed, unit_hash)
      where not exists (
        select from tombstone t where t.key_hash = e.unit_hash and e.first_at < t.erased_at)
      and not exists (
        select from tombstone_visit v
        where v.key_hash = e.unit_hash and e.first_at between v.first and v.last)
      on conflict (unit, experiment) do update set
        first_at = least(x.first_at, excluded.first_at),
        crossed = x.crossed or excluded.crossed or x.variant <> excluded.variant
      where excluded.first_at < x.first_at or excluded.crossed or x.variant <> excluded.variant
      """;

  private static final String PERSONS = "where " + Person.owns("x.unit", "x.first_at");
  private static final String ERASE = "delete from exposure x\n" + PERSONS;
  private static final String EXPORT =
      "select to_jsonb(x)::text from exposure x\n" + PERSONS + "order by x.unit, x.experiment";

  private final Pool pool;
  private final Tombstones tombstones;

  PgExposureTable(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, Tombstones tombstones) {
    this.pool = pool;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> tables() {
    return Set.of("exposure");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(EXPORT)
        .execute(person.columns())
        .map(rows -> Exported.rows("exposure", rows));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(person.columns())
        .map(gone -> Erased.of("exposure", gone.rowCount()));
  }

  /** Durable once the answer is there; those of somebody who was erased since are not kept. */
  Uni<Void> write(List<Exposed> taken) {
    List<Exposed> sorted =
        taken.stream()
            .sorted(Comparator.comparing(Exposed::unit).thenComparing(Exposed::experiment))
            .toList();
    Tuple columns =
        Tuple.from(
            List.of(
                texts(sorted, Exposed::unit),
                texts(sorted, Exposed::experiment),
                texts(sorted, Exposed::variant),
                sorted.stream()
                    .map(one -> one.at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
                sorted.stream().map(Exposed::crossed).toArray(Boolean[]::new),
                sorted.stream()
                    .map(one -> Buffer.buffer(tombstones.hash(one.unit())))
                    .toArray(Buffer[]::new)));
    return pool.withTransaction(
        connection ->
            ErasureBarrier.enter(connection)
                .chain(() -> connection.preparedQuery(INSERT).execute(columns))
                .replaceWithVoid());
  }

  private static String[] texts(List<Exposed> exposures, Function<Exposed, String> column) {
    return exposures.stream().map(column).toArray(String[]::new);
  }
}
