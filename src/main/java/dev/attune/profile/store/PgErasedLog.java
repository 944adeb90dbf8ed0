package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.personal.Person;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * What an erasure leaves of a person in the log. Their messages are remembered as keyed hashes, so
 * that the same ones do not come back. Events of others that name them, such as those of a browser
 * that only claimed to be theirs, keep what happened and lose what was sent.
 */
@ApplicationScoped
class PgErasedLog {
  private static final String CUSTOMERS = Identifier.customer("").key();

  private static final String THEIRS =
      "where e.customer = any ($1::text[]) or e.customer is null and "
          + Person.owns("e.origin", "e.happened_at");

  private static final String MESSAGES = "select e.origin, e.message_id from event e\n" + THEIRS;

  private static final String ADDRESSES =
      """
      select distinct m[1] from event e
      cross join lateral regexp_matches(e.body, '"email"\\s*:\\s*"([^"\\s]{3,200})"', 'g') as m
      """
          + THEIRS;

  private static final String NAMES_THEM =
      """
       and exists (
        select from unnest($1::text[], $2::text[]) as m(text, pattern)
        where strpos(r.body, m.text) > 0 and r.body ~ m.pattern)
      """;

  /** What another customer is proven to have done stays as that customer sent it. */
  private static final String REDACT =
      "update event r set body = '{}' where r.customer is null" + NAMES_THEM;

  private static final String REFUSED =
      """
      delete from bad_event r where not exists (
        select from unnest(r.persons) as p(key) where starts_with(p.key, 'customer:'))
      """
          + NAMES_THEM;

  private final Tombstones tombstones;

  PgErasedLog(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Remembers what the person had sent; before it is deleted. */
  Uni<Void> remember(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(MESSAGES)
        .execute(person.columns())
        .chain(
            rows -> {
              List<byte[]> hashes = new ArrayList<>();
              for (Row row : rows) {
                String name = ErasedMessages.name(row.getString(0), row.getString(1));
                hashes.add(tombstones.hash(name));
              }
              return ErasedMessages.mark(connection, hashes);
            });
  }

  /** How others' events may name the person; before theirs are deleted. */
  Uni<Mentions> mentions(SqlConnection connection, Person person) {
    Mentions mentions = new Mentions();
    person.keys().forEach(key -> mentions.add(Identifier.ofKey(key)));
    if (person.keys().stream().noneMatch(key -> key.startsWith(CUSTOMERS))) {
      return Uni.createFrom().item(mentions);
    }
    return connection
        .preparedQuery(ADDRESSES)
        .execute(person.columns())
        .invoke(rows -> rows.forEach(row -> mentions.addAddress(row.getString(0))))
        .replaceWith(mentions);
  }

  /** Takes these mentions out of what is left. Reads the whole log once. */
  Uni<Void> redact(SqlConnection connection, Mentions mentions) {
    if (mentions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple values = Tuple.of(mentions.texts(), mentions.patterns());
    return connection
        .preparedQuery(REDACT)
        .execute(values)
        .chain(() -> connection.preparedQuery(REFUSED).execute(values))
        .replaceWithVoid();
  }
}
