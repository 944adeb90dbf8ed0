package dev.attune.privacy;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Choices in PostgreSQL: one row an identifier, purpose and source. */
@ApplicationScoped
class PgConsents implements Consents, PersonalData {
  private static final String WRITE =
      """
      insert into consent (identifier, purpose, state, decided_at, source)
      select $1, chosen.purpose, chosen.state, $4, $5
      from unnest($2::text[], $3::text[]) as chosen(purpose, state)
      order by 2
      on conflict (identifier, purpose, source) do\
      """;

  private static final String CHOOSE =
      WRITE
          + """
             update
            set state = excluded.state, decided_at = excluded.decided_at, source = excluded.source
            where consent.decided_at <= excluded.decided_at
            """;

  private static final String OBJECT = WRITE + " nothing";

  private static final String READ =
      """
      select identifier, purpose, state, decided_at, source
      from person_members(
        case when $2 then null else $1 end, case when $2 then $1 end)
      join consent using (identifier)
      """;

  private final Pool pool;
  private final ConsentDefaults defaults;

  PgConsents(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, ConsentDefaults defaults) {
    this.pool = pool;
    this.defaults = defaults;
  }

  @Override
  public Uni<Consent> set(Identifier identifier, ConsentChoice choice, Instant at) {
    return write(CHOOSE, identifier, choice.chosen(), at, Source.EXPLICIT)
        .chain(() -> of(identifier));
  }

  @Override
  public Uni<Consent> object(Identifier identifier, Instant at) {
    Map<Purpose, State> denied = ConsentChoice.all(State.DENIED).chosen();
    return write(OBJECT, identifier, denied, at, Source.GLOBAL_PRIVACY_CONTROL)
        .chain(() -> of(identifier));
  }

  @Override
  public Uni<Consent> of(Identifier identifier) {
    boolean customer = identifier.type() == Identifier.Type.CUSTOMER;
    return pool.preparedQuery(READ)
        .execute(Tuple.of(identifier.key(), customer))
        .map(rows -> settle(rows, customer ? null : identifier.key()));
  }

  @Override
  public Set<String> tables() {
    return Set.of("consent");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(
            "select to_jsonb(c)::text from consent c where identifier = any ($1::text[])")
        .execute(Tuple.tuple().addArrayOfString(person.keyArray()))
        .map(rows -> Exported.rows("consent", rows));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery("delete from consent where identifier = any ($1::text[])")
        .execute(Tuple.tuple().addArrayOfString(person.keyArray()))
        .map(gone -> Erased.of("consent", gone.rowCount()));
  }

  private Consent settle(RowSet<Row> rows, @Nullable String asking) {
    return new Choices(
            StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> choice(row).stream())
                .toList(),
            asking)
        .settle(defaults.in(null), false);
  }

  private static Optional<Choices.Choice> choice(Row row) {
    return Choices.Choice.stored(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getOffsetDateTime(3).toInstant(),
        row.getString(4));
  }

  private Uni<RowSet<Row>> write(
      String sql, Identifier identifier, Map<Purpose, State> chosen, Instant at, Source source) {
    String[] purposes = chosen.keySet().stream().map(Purpose::name).toArray(String[]::new);
    String[] states = chosen.values().stream().map(State::name).toArray(String[]::new);
    return pool.preparedQuery(sql)
        .execute(
            Tuple.of(
                identifier.key(), purposes, states, at.atOffset(ZoneOffset.UTC), source.name()));
  }
}
