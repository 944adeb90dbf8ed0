package dev.attune.profile.store;

import com.fasterxml.jackson.databind.node.TextNode;
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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an erasure leaves of a person in the log. Their messages are remembered as keyed hashes, so
 * that the same ones do not come back. Events of others that name them, such as those of a browser
 * that only claimed to be theirs, keep what happened and lose what was sent.
 */
@ApplicationScoped
class PgErasedLog {
  /** A shorter id stands for too much else to be looked for wherever it is written. */
  private static final int TELLING = 6;

  private static final String THEIRS =
      """
      where e.customer = any ($1::text[])
        or (e.origin = any ($1::text[]) and e.customer is null)
        or (e.origin = any ($2::text[]) and e.customer is null and exists (
          select from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
            as v(device, first, last)
          where v.device = e.origin and e.happened_at between v.first and v.last))
      """;

  private static final String MESSAGES = "select e.origin, e.message_id from event e\n" + THEIRS;

  private static final String ADDRESSES =
      """
      select distinct m[1] from event e
      cross join lateral regexp_matches(e.body, '"email"\\s*:\\s*"([^"\\s]{3,200})"', 'g') as m
      """
          + THEIRS;

  private static final String NAMES_THEM =
      " where exists (select from unnest($1::text[]) as t(text) where strpos(r.body, t.text) > 0)";

  private static final String REDACT = "update event r set body = '{}'" + NAMES_THEM;

  private static final String REFUSED = "delete from bad_event r" + NAMES_THEM;

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

  /** How others' events may name the person, as it stands in them; before theirs are deleted. */
  Uni<Set<String>> names(SqlConnection connection, Person person) {
    Set<String> names = new TreeSet<>();
    person.keys().forEach(key -> names.addAll(names(Identifier.ofKey(key))));
    return connection
        .preparedQuery(ADDRESSES)
        .execute(person.columns())
        .map(
            rows -> {
              for (Row row : rows) {
                String address = row.getString(0);
                names.add('"' + address + '"');
                names.add('"' + address.toLowerCase(Locale.ROOT) + '"');
              }
              return names;
            });
  }

  /** Takes these names out of what is left. Reads the whole log once. */
  Uni<Void> redact(SqlConnection connection, Set<String> names) {
    Tuple values = Tuple.of(names.toArray(String[]::new));
    return connection
        .preparedQuery(REDACT)
        .execute(values)
        .chain(() -> connection.preparedQuery(REFUSED).execute(values))
        .replaceWithVoid();
  }

  private static List<String> names(Identifier identifier) {
    String value = identifier.value();
    String id =
        identifier.type() == Identifier.Type.EXTERNAL
            ? value.substring(value.indexOf('=') + 1)
            : value;
    String quoted = TextNode.valueOf(id).toString();
    List<String> names = new ArrayList<>();
    if (id.length() >= TELLING) {
      names.add(quoted);
    } else if (identifier.type() == Identifier.Type.CUSTOMER) {
      for (String field : List.of("\"userId\":", "\"previousId\":")) {
        names.addAll(List.of(field + quoted, field + id + ",", field + id + "}"));
      }
    }
    return names;
  }
}
