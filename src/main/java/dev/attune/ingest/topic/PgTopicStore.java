package dev.attune.ingest.topic;

import dev.attune.ingest.Ingest;
import dev.attune.ingest.Ingest.Message;
import dev.attune.platform.database.Store;
import dev.attune.platform.work.WriteBehind;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Effects of records together with how far the topic has been folded. Who moves a partition on says
 * from where: a replica that has lost it without noticing finds that another has gone on, and its
 * whole transaction is undone.
 */
@ApplicationScoped
class PgTopicStore {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String OFFSETS =
      "select partition, next_offset from topic_offset where topic_id = $1";

  private static final String ADVANCE =
      """
      insert into topic_offset as o (topic, topic_id, partition, next_offset)
      select $1, $2, partition, to_offset
      from unnest($3::int[], $5::bigint[]) as a(partition, to_offset)
      order by partition
      on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
      where o.next_offset = any (
        select from_offset from unnest($3::int[], $4::bigint[]) as f(partition, from_offset)
        where f.partition = o.partition)
      """;

  private final Pool pool;
  private final Ingest.Store store;
  private final TopicSettings settings;

  PgTopicStore(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      Ingest.Store store,
      TopicSettings settings) {
    this.pool = pool;
    this.store = store;
    this.settings = settings;
  }

  /** The first record of each partition whose effect is not in the store. */
  Uni<Map<Integer, Long>> offsets(String topicId) {
    return pool.preparedQuery(OFFSETS)
        .execute(Tuple.of(topicId))
        .map(
            rows -> {
              Map<Integer, Long> offsets = new HashMap<>();
              for (Row row : rows) {
                offsets.put(row.getInteger(0), row.getLong(1));
              }
              return offsets;
            })
        .ifNoItem()
        .after(PATIENCE)
        .fail();
  }

  /** Folds these and moves on, in one transaction. */
  Uni<Stored> store(String topicId, List<Message> messages, List<Advance> advances) {
    return store
        .append(messages, connection -> advance(connection, topicId, advances))
        .<Stored>map(Stored.Done::new)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithItem(PgTopicStore::kept);
  }

  @SuppressWarnings("NullAway") // a partition that none has folded starts from nothing
  private Uni<Void> advance(SqlConnection connection, String topicId, List<Advance> advances) {
    Tuple values =
        Tuple.tuple()
            .addValue(settings.topic())
            .addValue(topicId)
            .addValue(advances.stream().map(Advance::partition).toArray(Integer[]::new))
            .addValue(advances.stream().map(Advance::from).toArray(Long[]::new))
            .addValue(advances.stream().map(Advance::to).toArray(Long[]::new));
    return connection
        .preparedQuery(ADVANCE)
        .execute(values)
        .invoke(
            rows -> {
              if (rows.rowCount() < advances.size()) {
                throw new IllegalStateException("Another replica has gone on with the partition");
              }
            })
        .replaceWithVoid();
  }

  /** What is malformed would fail for ever, everything else may pass. */
  private static Stored kept(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return WriteBehind.refused(failure) || failure instanceof IllegalArgumentException
        ? new Stored.Refused(message)
        : new Stored.Later(message);
  }
}
