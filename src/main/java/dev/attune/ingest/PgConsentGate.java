package dev.attune.ingest;

import dev.attune.ingest.Entry.Person;
import dev.attune.privacy.Choices;
import dev.attune.privacy.Choices.Choice;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentSettings;
import dev.attune.privacy.Purpose;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what the people behind a list of events allow, and who of them was erased, all at once. */
@ApplicationScoped
class PgConsentGate {
  private static final String READ =
      """
      select p.i, c.purpose, c.state, c.decided_at, c.source
      from unnest($1::text[], $2::text[]) with ordinality as p(origin, customer, i)
      cross join lateral person_members(p.origin, p.customer) m
      join consent c using (identifier)
      union all
      select h.i, null, null, t.erased_at, null
      from unnest($3::bytea[]) with ordinality as h(key_hash, i)
      join tombstone t using (key_hash)
      """;

  private final ConsentSettings settings;
  private final Tombstones tombstones;

  PgConsentGate(ConsentSettings settings, Tombstones tombstones) {
    this.settings = settings;
    this.tombstones = tombstones;
  }

  /**
   * @param objects the request carried {@code Sec-GPC: 1}, which denies what nobody chose
   */
  Uni<Allowed> ask(SqlConnection connection, Set<Person> persons, boolean objects) {
    List<Person> order = List.copyOf(persons);
    @Nullable String[] origins = order.stream().map(Person::origin).toArray(String[]::new);
    @Nullable String[] customers = order.stream().map(Person::customer).toArray(String[]::new);
    return connection
        .preparedQuery(READ)
        .execute(PgValues.columns(origins, customers, hashes(order)))
        .map(rows -> settle(order, rows, objects));
  }

  private Buffer[] hashes(List<Person> persons) {
    return persons.stream()
        .map(person -> Buffer.buffer(tombstones.hash(person.owner())))
        .toArray(Buffer[]::new);
  }

  private Allowed settle(List<Person> order, RowSet<Row> rows, boolean objects) {
    Map<Person, List<Choice>> choices = new HashMap<>();
    Map<Person, Instant> erased = new HashMap<>();
    for (Row row : rows) {
      if (row.getString(1) == null) {
        erased.put(order.get(row.getInteger(0) - 1), row.getOffsetDateTime(3).toInstant());
        continue;
      }
      choices
          .computeIfAbsent(order.get(row.getInteger(0) - 1), any -> new ArrayList<>())
          .add(
              new Choice(
                  Purpose.valueOf(row.getString(1)),
                  Consent.State.valueOf(row.getString(2)),
                  row.getOffsetDateTime(3).toInstant(),
                  Consent.Source.valueOf(row.getString(4))));
    }
    Map<Person, Consent> settled = new HashMap<>();
    for (Person person : order) {
      Choices made = new Choices(choices.getOrDefault(person, List.of()));
      settled.put(person, made.settle(settings.byDefault(), objects));
    }
    return new Allowed(settled, erased);
  }
}
