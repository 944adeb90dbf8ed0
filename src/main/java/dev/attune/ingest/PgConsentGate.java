package dev.attune.ingest;

import dev.attune.ingest.Entry.Key;
import dev.attune.ingest.Entry.Person;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.personal.ErasureBarrier;
import dev.attune.platform.personal.Person.Visit;
import dev.attune.privacy.Choices;
import dev.attune.privacy.Choices.Choice;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.privacy.RetentionSettings;
import dev.attune.privacy.Terms;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks what the people behind a list of events allow, and who of them was erased, all at once. */
@ApplicationScoped
class PgConsentGate {
  private static final String READ =
      """
      select p.i, c.purpose, c.state, c.decided_at, c.source, null::timestamptz, identifier
      from unnest($1::text[], $2::text[]) with ordinality as p(origin, customer, i)
      cross join lateral person_members(p.origin, p.customer) m
      join consent c using (identifier)
      union all
      select h.i, null, null, t.erased_at, null, null, null
      from unnest($3::bytea[]) with ordinality as h(key_hash, i)
      join tombstone t using (key_hash)
      union all
      select h.i, null, null, v.last, null, v.first, null
      from unnest($3::bytea[]) with ordinality as h(key_hash, i)
      join tombstone_visit v using (key_hash)
      """;

  private final ConsentDefaults defaults;
  private final RetentionSettings retention;
  private final Tombstones tombstones;
  private final PgStatedConsents stated;

  PgConsentGate(
      ConsentDefaults defaults,
      RetentionSettings retention,
      Tombstones tombstones,
      PgStatedConsents stated) {
    this.defaults = defaults;
    this.retention = retention;
    this.tombstones = tombstones;
    this.stated = stated;
  }

  /** What of these terms makes a difference. */
  Terms plain(Terms terms) {
    return defaults.plain(terms);
  }

  /** First keeps what the events and the request say of consent themselves. */
  Uni<Allowed> ask(SqlConnection connection, List<Entry> entries, Terms terms) {
    List<Person> order = entries.stream().map(Entry::person).distinct().toList();
    Instant now =
        entries.stream().map(Entry::receivedAt).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    return read(connection, entries, order)
        .map(rows -> new Found(order, rows))
        .call(found -> again(connection, entries, found))
        .call(found -> object(connection, entries, found, terms, now))
        .map(found -> settle(found, terms));
  }

  /** Only asks: keeps nothing of what events and request say. */
  Uni<Allowed> peek(SqlConnection connection, List<Entry> entries, Terms terms) {
    List<Person> order = entries.stream().map(Entry::person).distinct().toList();
    return rows(connection, order)
        .map(rows -> new Found(order, rows))
        .call(found -> again(connection, entries, found))
        .map(found -> settle(found, terms));
  }

  /** Where no event says anything of consent, the lock and the question go out together. */
  private Uni<RowSet<Row>> read(SqlConnection connection, List<Entry> entries, List<Person> order) {
    Uni<Void> entered = ErasureBarrier.enter(connection);
    if (entries.stream().anyMatch(Entry::saysOfConsent)) {
      return entered
          .chain(() -> stated.keep(connection, entries))
          .chain(() -> rows(connection, order));
    }
    return Uni.combine()
        .all()
        .unis(entered.replaceWith(true), rows(connection, order))
        .with((done, rows) -> rows);
  }

  private Uni<RowSet<Row>> rows(SqlConnection connection, List<Person> order) {
    @Nullable String[] origins = order.stream().map(Person::origin).toArray(String[]::new);
    @Nullable String[] customers = order.stream().map(Person::customer).toArray(String[]::new);
    return connection
        .preparedQuery(READ)
        .execute(PgValues.columns(origins, customers, hashes(order)));
  }

  /** Whether those who were erased, and few are, send again what was erased. */
  private Uni<Void> again(SqlConnection connection, List<Entry> entries, Found found) {
    Map<String, List<Key>> asked = new HashMap<>();
    List<byte[]> hashes = new ArrayList<>();
    for (Entry entry : entries) {
      if (found.marked(entry.person())) {
        for (String sender : entry.person().senders()) {
          byte[] hash = tombstones.hash(ErasedMessages.name(sender, entry.key().messageId()));
          asked
              .computeIfAbsent(ErasedMessages.text(hash), any -> new ArrayList<>())
              .add(entry.key());
          hashes.add(hash);
        }
      }
    }
    return hashes.isEmpty()
        ? Uni.createFrom().voidItem()
        : ErasedMessages.among(connection, hashes)
            .invoke(
                known -> {
                  asked.keySet().retainAll(known);
                  asked.values().forEach(found.gone::addAll);
                })
            .replaceWithVoid();
  }

  /** Of those whose events come in, not of who was erased and is only named again. */
  private Uni<Void> object(
      SqlConnection connection, List<Entry> entries, Found found, Terms terms, Instant now) {
    if (!terms.objects()) {
      return Uni.createFrom().voidItem();
    }
    Allowed allowed = settle(found, terms);
    List<String> owners =
        entries.stream()
            .filter(entry -> !allowed.erased(entry))
            .map(Entry::person)
            .distinct()
            .filter(person -> !found.choices(person).objected())
            .map(Person::owner)
            .toList();
    return stated.object(connection, owners, entries, now);
  }

  private Buffer[] hashes(List<Person> persons) {
    return persons.stream()
        .map(person -> Buffer.buffer(tombstones.hash(person.owner())))
        .toArray(Buffer[]::new);
  }

  private Allowed settle(Found found, Terms terms) {
    Map<Person, Consent> settled = new HashMap<>();
    for (Person person : found.order) {
      settled.put(
          person, found.choices(person).settle(defaults.in(terms.market()), terms.objects()));
    }
    return new Allowed(settled, found.erased, found.visits, found.gone, retention);
  }

  /** What the store has of some people, read. */
  private static final class Found {
    private final List<Person> order;
    private final Map<Person, List<Choice>> choices = new HashMap<>();
    private final Map<Person, Instant> erased = new HashMap<>();
    private final Map<Person, List<Visit>> visits = new HashMap<>();
    private final Set<Key> gone = new HashSet<>();

    Found(List<Person> order, RowSet<Row> rows) {
      this.order = order;
      rows.forEach(this::take);
    }

    /** Something of theirs was erased once. */
    boolean marked(Person person) {
      return erased.containsKey(person) || visits.containsKey(person);
    }

    Choices choices(Person person) {
      return new Choices(
          choices.getOrDefault(person, List.of()),
          person.customer() == null ? person.origin() : null);
    }

    private void take(Row row) {
      Person person = order.get(row.getInteger(0) - 1);
      Instant time = row.getOffsetDateTime(3).toInstant();
      if (row.getString(1) != null) {
        Choice.stored(row.getString(6), row.getString(1), row.getString(2), time, row.getString(4))
            .ifPresent(
                choice -> choices.computeIfAbsent(person, any -> new ArrayList<>()).add(choice));
      } else if (row.getOffsetDateTime(5) == null) {
        erased.put(person, time);
      } else {
        Instant first = row.getOffsetDateTime(5).toInstant();
        visits
            .computeIfAbsent(person, any -> new ArrayList<>())
            .add(new Visit(person.origin(), first, time));
      }
    }
  }
}
