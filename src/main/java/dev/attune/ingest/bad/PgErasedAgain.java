package dev.attune.ingest.bad;

import dev.attune.events.Identifier;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds refused events that say again what was erased, by what holds for good ones: they happened
 * before their person was erased, or they are the same messages, also where they say no time.
 */
@ApplicationScoped
class PgErasedAgain {
  private static final String AMONG =
      """
      with owner as (
        select place, key_hash, at
        from unnest($1::int[], $2::bytea[], $3::timestamptz[]) as o(place, key_hash, at)
      )
      select o.place from owner o join tombstone t using (key_hash) where o.at < t.erased_at
      union
      select o.place from owner o join tombstone_visit v using (key_hash)
      where o.at between v.first and v.last
      union
      select m.place from unnest($4::int[], $5::bytea[]) as m(place, key_hash)
      join tombstone_message using (key_hash)
      """;

  private final Tombstones tombstones;

  PgErasedAgain(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Which of these do, by their indexes. */
  Uni<Set<Integer>> among(SqlConnection connection, List<BadEvent> events) {
    Asked owners = new Asked(new ArrayList<>(), new ArrayList<>());
    List<OffsetDateTime> times = new ArrayList<>();
    Asked messages = new Asked(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < events.size(); i++) {
      BadEvent event = events.get(i);
      for (Identifier owner : owners(event)) {
        owners.add(i, tombstones.hash(owner.key()));
        times.add(event.happenedAt().atOffset(ZoneOffset.UTC));
      }
      Set<String> senders =
          Tombstones.senders(event.persons().stream().map(Identifier::key).toList());
      for (byte[] mark : tombstones.ofRefused(senders, event.messageId(), event.body())) {
        messages.add(i, mark);
      }
    }
    Tuple values =
        Tuple.tuple()
            .addValue(owners.placeArray())
            .addValue(owners.hashArray())
            .addValue(times.toArray(OffsetDateTime[]::new))
            .addValue(messages.placeArray())
            .addValue(messages.hashArray());
    return connection
        .preparedQuery(AMONG)
        .execute(values)
        .map(
            rows -> {
              Set<Integer> found = new HashSet<>();
              for (Row row : rows) {
                found.add(row.getInteger(0));
              }
              return found;
            });
  }

  /** Whose it would be: a proven customer's, and then not that of the device. */
  private static List<Identifier> owners(BadEvent event) {
    List<Identifier> proven =
        event.persons().stream()
            .filter(person -> person.type() == Identifier.Type.CUSTOMER)
            .toList();
    return proven.isEmpty() ? event.persons() : proven;
  }

  /** Hashes to ask for, each with the place of its event. */
  private record Asked(List<Integer> places, List<Buffer> hashes) {
    void add(int place, byte[] hash) {
      places.add(place);
      hashes.add(Buffer.buffer(hash));
    }

    Integer[] placeArray() {
      return places.toArray(Integer[]::new);
    }

    Buffer[] hashArray() {
      return hashes.toArray(Buffer[]::new);
    }
  }
}
