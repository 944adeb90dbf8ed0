package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
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

  private static final String MESSAGES =
      "select e.origin, e.message_id, e.customer from event e\n" + THEIRS;

  private static final String ADDRESSES =
      """
      select distinct m[1] from event e
      cross join lateral regexp_matches(e.body, '"email"\\s*:\\s*"([^"\\s]{3,200})"', 'g') as m
      """
          + THEIRS;

  /** The text first: asking it costs a hundredth of asking the pattern. */
  private static final String NAMES_THEM =
      """
       and exists (
        select from unnest($1::text[], $2::text[]) as m(text, pattern)
        where case when strpos(lower(r.body), m.text) > 0 then r.body ~ m.pattern else false end)
      """;

  private static final String REDACT =
      """
      update event r set body = '{}', names = '{}'
      where r.names <> '{}' and r.names && $3::bigint[]
      """
          + NAMES_THEM;

  /** Rows that a replica of an older version wrote do not say whom they name. */
  private static final String REDACT_UNREAD =
      """
      update event r set body = '{}', names = '{}'
      where r.customer is null and r.names is null
      """
          + NAMES_THEM;

  /** Two hundred of the longest bodies are 6 MB. */
  private static final int REFUSED_AT_ONCE = 200;

  private static final String REFUSED =
      """
      delete from bad_event where id in (
        select id from bad_event r where not exists (
          select from unnest(r.persons) as p(key) where starts_with(p.key, 'customer:'))
      """
          + NAMES_THEM
          + "limit "
          + REFUSED_AT_ONCE
          + ") returning persons, body";

  /** A batch of a server may hold others' events: of one that nobody could read goes the reason. */
  private static final String EXPORT_REFUSED =
      """
      select (case when r.call = 'batch' and (r.sent ->> 'vouches')::boolean
        then to_jsonb(r) - 'body' else to_jsonb(r) end)::text
      from bad_event r where r.persons = '{}'
      """
          + NAMES_THEM
          + "order by r.received_at";

  private final Tombstones tombstones;

  PgErasedLog(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /**
   * Remembers what the person had sent, before it is deleted: under the identifier that it came in
   * with, and under the proven customer, as it comes in where it names no device.
   */
  Uni<Void> remember(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(MESSAGES)
        .execute(person.columns())
        .chain(
            rows -> {
              List<byte[]> hashes = new ArrayList<>();
              for (Row row : rows) {
                for (int sender : new int[] {0, 2}) {
                  if (row.getString(sender) != null) {
                    String name = ErasedMessages.name(row.getString(sender), row.getString(1));
                    hashes.add(tombstones.hash(name));
                  }
                }
              }
              return ErasedMessages.mark(connection, hashes);
            });
  }

  /**
   * How others' events may name the person; before theirs are deleted. Of the addresses that theirs
   * hold only those count that are proven to be theirs, by the secret key: whoever types somebody
   * else's into a form must not reach what others sent of it. How an identifier is named whose type
   * only later versions know, only they can say: it goes with its own rows.
   */
  Uni<Mentions> mentions(SqlConnection connection, Person person) {
    Mentions mentions = new Mentions();
    person.keys().forEach(key -> Identifier.find(key).ifPresent(mentions::add));
    if (person.keys().stream().noneMatch(key -> key.startsWith(CUSTOMERS))) {
      return Uni.createFrom().item(mentions);
    }
    return connection
        .preparedQuery(ADDRESSES)
        .execute(person.columns())
        .invoke(
            rows -> {
              for (Row row : rows) {
                Identifier.email(row.getString(0))
                    .filter(address -> person.keys().contains(address.key()))
                    .ifPresent(proven -> mentions.addAddress(row.getString(0)));
              }
            })
        .replaceWith(mentions);
  }

  /**
   * Takes these mentions out of what is left: of the bodies that nobody looked into yet, and of
   * those that have one of the names. In this order, so that one that is looked into meanwhile is
   * met by the later of the two.
   */
  Uni<Void> redact(SqlConnection connection, Mentions mentions) {
    if (mentions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple values = Tuple.of(mentions.texts(), mentions.patterns());
    return connection
        .preparedQuery(REDACT_UNREAD)
        .execute(values)
        .chain(
            () ->
                connection
                    .preparedQuery(REDACT)
                    .execute(Tuple.of(mentions.texts(), mentions.patterns(), mentions.names())))
        .chain(() -> refuse(connection, values));
  }

  /** Refused bodies that could not be taken apart, and so are of nobody, where they name them. */
  Uni<List<Exported>> refused(SqlConnection connection, Person person) {
    return mentions(connection, person)
        .chain(
            mentions ->
                mentions.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : connection
                        .preparedQuery(EXPORT_REFUSED)
                        .execute(Tuple.of(mentions.texts(), mentions.patterns()))
                        .map(rows -> Exported.rows("bad_event", rows)));
  }

  /** What could not be read and named them is known when it is sent again. */
  private Uni<Void> refuse(SqlConnection connection, Tuple mentions) {
    return connection
        .preparedQuery(REFUSED)
        .execute(mentions)
        .call(gone -> ErasedMessages.mark(connection, marks(gone)))
        .chain(
            gone ->
                gone.rowCount() < REFUSED_AT_ONCE
                    ? Uni.createFrom().voidItem()
                    : refuse(connection, mentions));
  }

  private List<byte[]> marks(RowSet<Row> gone) {
    List<byte[]> marks = new ArrayList<>();
    for (Row row : gone) {
      List<String> persons = List.of(row.getArrayOfStrings(0));
      marks.addAll(tombstones.ofRefused(persons, null, row.getString(1)));
    }
    return marks;
  }
}
