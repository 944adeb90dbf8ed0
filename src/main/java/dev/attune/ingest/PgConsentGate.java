package dev.attune.ingest;

import dev.attune.ingest.Entry.Person;
import dev.attune.privacy.Choices;
import dev.attune.privacy.Choices.Choice;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentSettings;
import dev.attune.privacy.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what the people behind a list of events allow, all in one statement. */
@ApplicationScoped
class PgConsentGate {
  private static final String READ =
      """
      select p.i, c.purpose, c.state, c.decided_at, c.source
      from unnest($1::text[], $2::text[]) with ordinality as p(origin, customer, i)
      cross join lateral person_members(p.origin, p.customer) m
      join consent c using (identifier)
      """;

  private final ConsentSettings settings;

  PgConsentGate(ConsentSettings settings) {
    this.settings = settings;
  }

  /**
   * @param objects the request carried {@code Sec-GPC: 1}, which denies what nobody chose
   */
  Uni<Map<Person, Consent>> ask(SqlConnection connection, Set<Person> persons, boolean objects) {
    List<Person> order = List.copyOf(persons);
    @Nullable String[] origins = order.stream().map(Person::origin).toArray(String[]::new);
    @Nullable String[] customers = order.stream().map(Person::customer).toArray(String[]::new);
    return connection
        .preparedQuery(READ)
        .execute(PgValues.columns(origins, customers))
        .map(rows -> settle(order, rows, objects));
  }

  private Map<Person, Consent> settle(List<Person> order, RowSet<Row> rows, boolean objects) {
    Map<Person, List<Choice>> choices = new HashMap<>();
    for (Row row : rows) {
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
    return settled;
  }
}
