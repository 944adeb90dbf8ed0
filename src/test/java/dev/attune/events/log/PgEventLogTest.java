package dev.attune.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.EventLog;
import dev.attune.events.EventLog.Received;
import dev.attune.events.LoggedEvent;
import dev.attune.events.OrderLine;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Sent;
import dev.attune.models.Models;
import dev.attune.models.Training;
import dev.attune.models.counts.ShipmentWriter;
import dev.attune.models.exam.Withholding;
import dev.attune.models.gathering.Gathering;
import dev.attune.platform.work.Pace;
import io.quarkus.agroal.DataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgEventLogTest {
  private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject EventLog log;
  @Inject Ingest ingest;
  @Inject PgUnreadBodies unread;

  @Inject
  @ReactiveDataSource("customer")
  Pool pool;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @Test
  void whatIsGatheredTeachesTheSameBytesAsWhatIsReadInOrder() throws IOException {
    Random random = new Random(8);
    List<dev.attune.events.Received> sent = new ArrayList<>();
    for (int n = 0; n < 3_000; n++) {
      int shopper = random.nextInt(300);
      String customer = shopper % 3 == 0 ? "pel-c" + shopper : null;
      Instant at = NOON.plusMillis(random.nextInt(20) * 700_000L);
      sent.add(
          n % 7 == 0
              ? order("pel-m" + n, "pel-v" + shopper, customer, at, "o" + random.nextInt(3))
              : Sent.view("pel-m" + n, "pel-v" + shopper, customer, at, "p" + n % 12));
    }
    ingest.accept(sent).await().atMost(PATIENCE);
    List<LoggedEvent> sorted = new ArrayList<>();
    log.read(Instant.EPOCH, sorted::add);
    List<LoggedEvent> gathered = new ArrayList<>();
    log.gather(Instant.EPOCH, Received.EVER, Pace.hurried(), gathered::add);
    assertThat(ours(gathered)).hasSize(3_000).doesNotHaveDuplicates();
    assertThat(ours(sorted)).hasSizeBetween(2_600, 2_999);
    assertThat(new HashSet<>(gathered).containsAll(sorted)).isTrue();

    Training inOrder = training();
    sorted.forEach(event -> inOrder.add(event.owner(), event.happenedAt(), event.signals()));
    Training inAnyOrder = training();
    Gathering gathering = inAnyOrder.gathering();
    gathered.forEach(gathering);
    inAnyOrder.add(gathering);
    assertThat(bytes(inAnyOrder)).isEqualTo(bytes(inOrder)).hasSizeGreaterThan(2_000);
  }

  @Test
  void gathersFromATimeOnAndWhatCameInWithinATime() {
    ingest
        .accept(
            List.of(
                Sent.view("pel-1", "pel-time", null, NOON.plusSeconds(1), "p1"),
                Sent.view("pel-2", "pel-time", null, NOON.plusSeconds(2), "p2"),
                Sent.view("pel-3", "pel-time", null, NOON.plusSeconds(3), "p3")))
        .await()
        .atMost(PATIENCE);
    assertThat(gathered(Instant.EPOCH, Received.EVER)).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(gathered(NOON.plusSeconds(2), Received.EVER)).containsExactlyInAnyOrder("p2", "p3");
    assertThat(gathered(Instant.EPOCH, Received.upTo(NOON.plusSeconds(2))))
        .containsExactlyInAnyOrder("p1", "p2");
    assertThat(gathered(Instant.EPOCH, new Received(NOON.plusSeconds(1), NOON.plusSeconds(2))))
        .containsExactly("p2");
  }

  /** No snapshot is over all of it: what comes in meanwhile is found further on. */
  @Test
  void sinceATimeIsReadInPartsThatAreTransactionsOfTheirOwn() {
    List<dev.attune.events.Received> sent = new ArrayList<>();
    for (int day = 0; day < 200; day++) {
      Instant at = NOON.plus(Duration.ofHours(day));
      sent.add(Sent.view("pel-part-" + day, "pel-parts", null, at, "p" + day));
    }
    ingest.accept(sent).await().atMost(PATIENCE);
    List<LoggedEvent> inOrder = new ArrayList<>();
    log.read(NOON.plusSeconds(1), inOrder::add);
    List<LoggedEvent> gathered = new ArrayList<>();
    log.gather(NOON.plusSeconds(1), Received.EVER, Pace.hurried(), gathered::add);
    assertThat(parts(gathered)).hasSize(199).containsExactlyInAnyOrderElementsOf(parts(inOrder));

    List<LoggedEvent> meanwhile = new ArrayList<>();
    log.gather(
        NOON.plusSeconds(1),
        Received.EVER,
        Pace.hurried(),
        event -> {
          if (event.owner().equals("visitor:pel-parts") && parts(meanwhile).isEmpty()) {
            ingest
                .accept(List.of(Sent.view("pel-late", "pel-parts", null, Instant.now(), "late")))
                .await()
                .atMost(PATIENCE);
          }
          meanwhile.add(event);
        });
    assertThat(parts(meanwhile)).hasSize(200).contains("late");
  }

  private static List<String> parts(List<LoggedEvent> events) {
    return events.stream()
        .filter(event -> event.owner().equals("visitor:pel-parts"))
        .map(event -> event.signals().get(0).subject())
        .toList();
  }

  /** The server counts what a connection did within some seconds, or at once where it is asked. */
  @Test
  void theStateIsAnotherOneAfterEventsCame() throws SQLException {
    long before = log.state();
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into event (origin, message_id, type, happened_at, received_at, traffic,"
              + " personalize, signals, body) values ('visitor:pel-state', 'pel-s',"
              + " 'PAGE_VIEWED', now(), now(), 'BOT', false, '[]', '{}')");
      statement.execute("select pg_stat_force_next_flush()");
      statement.execute("select 1");
    }
    assertThat(log.state()).isNotEqualTo(before);
  }

  @Test
  void whatOlderVersionsLoggedIsLookedIntoForWhomItNames() throws SQLException {
    for (int n = 0; n < 450; n++) {
      body("pel-old", "pel-old-" + n, n % 10 == 0 ? "{\"userId\":\"pel-old-c" + n + "\"}" : "{}");
    }
    body("pel-old", "pel-broken", "{");
    assertThat(unread.read().await().atMost(PATIENCE)).isGreaterThanOrEqualTo(451);
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) filter (where names = '{}'), count(*) filter (where names = array["
                    + BodyNames.hash("pel-old-c440")
                    + "]), count(*) filter (where cardinality(names) = 1),"
                    + " count(*) filter (where names is null)"
                    + " from event where origin = 'visitor:pel-old'")) {
      rows.next();
      assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)))
          .containsExactly(405, 1, 45, 1);
    }
  }

  @Test
  void nobodyMovesRowsWhileTheLogIsReadPageByPage() throws SQLException {
    try (Connection connection = customers.getConnection()) {
      PgLogTurns.reading(connection);
      assertThat(pool.withTransaction(PgLogTurns::changing).await().atMost(PATIENCE)).isFalse();
      PgLogTurns.read(connection);
    }
  }

  @Test
  void whatKeepsWritingSteadyIsInForce() throws SQLException {
    assertThat(options("event")).contains("vacuum_truncate=off", "toast: vacuum_truncate=off");
    assertThat(options("fold"))
        .contains("fillfactor=70", "vacuum_truncate=off", "toast: vacuum_truncate=off");
    assertThat(options("link")).contains("vacuum_truncate=off");
    assertThat(options("event_names")).contains("fastupdate=off");
    assertThat(options("event_received_at")).contains("autosummarize=on");
    assertThat(List.of(setting("fsync"), setting("synchronous_commit"))).containsOnly("on");
    assertThat(setting("full_page_writes")).isEqualTo("on");
    assertThat(setting("min_wal_size")).isEqualTo("1GB");
    assertThat(setting("max_wal_size")).isEqualTo("4GB");
    assertThat(setting("checkpoint_timeout")).isEqualTo("15min");
    assertThat(setting("wal_segment_size")).isEqualTo("4MB");
    assertThat(setting("wal_compression")).isEqualTo("off");
  }

  private List<String> options(String relation) throws SQLException {
    return texts(
        """
        select unnest(c.reloptions) from pg_class c where c.oid = '%s'::regclass
        union all
        select 'toast: ' || unnest(t.reloptions) from pg_class c
        join pg_class t on t.oid = c.reltoastrelid where c.oid = '%s'::regclass
        """
            .formatted(relation, relation));
  }

  private String setting(String name) throws SQLException {
    return texts("show " + name).get(0);
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private void body(String visitor, String message, String body) throws SQLException {
    try (Connection connection = customers.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into event (origin, message_id, type, happened_at, received_at, traffic,"
                    + " personalize, signals, body) values ('visitor:' || ?, ?, 'PAGE_VIEWED',"
                    + " now(), '2026-01-01', 'BOT', false, '[]', ?)")) {
      statement.setString(1, visitor);
      statement.setString(2, message);
      statement.setString(3, body);
      statement.executeUpdate();
    }
  }

  private List<String> gathered(Instant since, Received received) {
    List<String> subjects = new ArrayList<>();
    log.gather(
        since,
        received,
        Pace.hurried(),
        event -> {
          if (event.owner().equals("visitor:pel-time")) {
            subjects.add(event.signals().get(0).subject());
          }
        });
    return subjects;
  }

  private static List<LoggedEvent> ours(List<LoggedEvent> events) {
    return events.stream()
        .filter(
            event ->
                event.owner().startsWith("visitor:pel-v")
                    || event.owner().startsWith("customer:pel-c"))
        .toList();
  }

  private static dev.attune.events.Received order(
      String messageId, String visitor, @Nullable String customer, Instant at, String id) {
    List<OrderLine> lines =
        List.of(new OrderLine("p1", null, 1, null), new OrderLine("p2", null, 1, null));
    return Sent.event(
        messageId,
        visitor,
        customer,
        at,
        Traffic.SHOPPER,
        new ShopEvent.OrderCompleted(id, lines, null, false));
  }

  private static Training training() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < 12; i++) {
      shop.product("p" + i, "Thing " + i).in("Things").price("10.00").add();
    }
    CatalogSnapshot catalog = shop.snapshot("1");
    return new Training(catalog, Models.EMPTY, new Withholding());
  }

  private static byte[] bytes(Training training) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShipmentWriter.write(training.learn(Instant.parse("2026-06-01T00:00:00Z")), out);
    return out.toByteArray();
  }
}
