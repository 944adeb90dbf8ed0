package dev.attune.ingest;

import dev.attune.events.EventType;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import dev.attune.privacy.ConsentCategories;
import dev.attune.privacy.ConsentChoice;
import dev.attune.privacy.Purpose;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Keeps the consent that events bring along, but nothing of who was erased since. */
@ApplicationScoped
class PgStatedConsents {
  private static final String WRITE =
      """
      insert into consent (identifier, purpose, state, decided_at, source)
      select identifier, purpose, state, decided_at, source
      from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[],
          $6::bytea[], $7::bytea[], $8::bytea[])
        as c(identifier, purpose, state, decided_at, source, key_hash, came_hash, sender_hash)
      where not exists (
          select from tombstone t where t.key_hash = c.key_hash and c.decided_at < t.erased_at)
        and not exists (
          select from tombstone_visit v
          where v.key_hash = c.key_hash and c.decided_at between v.first and v.last)
        and not exists (
          select from tombstone_message m where m.key_hash in (c.came_hash, c.sender_hash))
      order by identifier collate "C", purpose, source
      on conflict (identifier, purpose, source) do\
      """;

  /** The later choice stays, the denial where two came at once: in whatever order they come. */
  private static final String CHOOSE =
      WRITE
          + """
           update set state = excluded.state, decided_at = excluded.decided_at
          where (consent.decided_at, consent.state = 'DENIED')
            < (excluded.decided_at, excluded.state = 'DENIED')
          """;

  private static final String OBJECT = WRITE + " nothing";

  private static final Comparator<Choice> LATEST =
      Comparator.comparing(Choice::at).thenComparing(choice -> choice.state == State.DENIED);

  private record Key(String identifier, Purpose purpose) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::identifier).thenComparing(Key::purpose).compare(this, other);
    }
  }

  /**
   * What somebody chose.
   *
   * @param came the name of the event that says so, as it came in, empty where the request does
   * @param sender the same by whom it says it is of, where there is one
   */
  private record Choice(Key key, State state, Instant at, String came, String sender) {}

  private final ConsentCategories categories;
  private final Tombstones tombstones;

  PgStatedConsents(ConsentCategories categories, Tombstones tombstones) {
    this.categories = categories;
    this.tombstones = tombstones;
  }

  /** What these events say of consent; most say nothing. */
  Uni<Void> keep(SqlConnection connection, List<Entry> entries) {
    Map<Key, Choice> latest = new TreeMap<>();
    for (Entry entry : entries) {
      List<String> messages =
          entry.person().senders().stream()
              .map(sender -> ErasedMessages.name(sender, entry.key().messageId()))
              .toList();
      String came = messages.get(0);
      String sender = messages.get(messages.size() - 1);
      chosen(entry)
          .forEach(
              (purpose, state) -> {
                Key key = new Key(entry.owner(), purpose);
                Choice choice = new Choice(key, state, entry.happenedAt(), came, sender);
                latest.merge(key, choice, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
              });
    }
    return write(connection, CHOOSE, latest.values(), Source.EXPLICIT);
  }

  /** Who unsubscribes withdraws what they allowed, whatever else the event says. */
  private Map<Purpose, State> chosen(Entry entry) {
    Map<Purpose, State> chosen = categories.read(entry.preferences());
    if (entry.type() == EventType.EMAIL_UNSUBSCRIBED) {
      chosen.put(Purpose.MARKETING_EMAIL, State.DENIED);
    }
    return chosen;
  }

  /**
   * Notes that these people's browsers object: no later than what they choose with the same
   * request, as who chooses knows their browser.
   */
  Uni<Void> object(
      SqlConnection connection,
      Collection<String> identifiers,
      List<Entry> entries,
      Instant since) {
    Map<String, Instant> chose = new HashMap<>();
    for (Entry entry : entries) {
      if (!chosen(entry).isEmpty()) {
        chose.merge(entry.owner(), entry.happenedAt(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    Map<Key, Choice> denials = new TreeMap<>();
    for (String identifier : identifiers) {
      Instant at = chose.getOrDefault(identifier, since);
      ConsentChoice.all(State.DENIED)
          .chosen()
          .forEach(
              (purpose, state) -> {
                Key key = new Key(identifier, purpose);
                denials.put(key, new Choice(key, state, at, "", ""));
              });
    }
    return write(connection, OBJECT, denials.values(), Source.GLOBAL_PRIVACY_CONTROL);
  }

  private Uni<Void> write(
      SqlConnection connection, String sql, Collection<Choice> choices, Source source) {
    if (choices.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(sql)
        .execute(
            PgValues.columns(
                choices.stream().map(choice -> choice.key.identifier).toArray(String[]::new),
                choices.stream().map(choice -> choice.key.purpose.name()).toArray(String[]::new),
                choices.stream().map(choice -> choice.state.name()).toArray(String[]::new),
                choices.stream()
                    .map(choice -> choice.at.atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
                choices.stream().map(choice -> source.name()).toArray(String[]::new),
                hashes(choices, choice -> choice.key.identifier),
                hashes(choices, choice -> choice.came),
                hashes(choices, choice -> choice.sender)))
        .replaceWithVoid();
  }

  private Buffer[] hashes(Collection<Choice> choices, Function<Choice, String> text) {
    return choices.stream()
        .map(choice -> Buffer.buffer(tombstones.hash(text.apply(choice))))
        .toArray(Buffer[]::new);
  }
}
