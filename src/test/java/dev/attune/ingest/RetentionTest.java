package dev.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.EventType;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.privacy.Retention;
import dev.attune.privacy.RetentionSettings;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {
  @Inject Ingest ingest;
  @Inject Retention retention;
  @Inject RetentionSettings settings;
  @Inject Refold refold;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Test
  void impressionsGoAfterFourHundredDaysAndNothingElseByItself() {
    assertThat(settings.of(EventType.IMPRESSION)).contains(Duration.ofDays(400));
    for (EventType type : EventType.values()) {
      assertThat(settings.of(type).isPresent()).isEqualTo(type == EventType.IMPRESSION);
    }
  }

  @Test
  void oldImpressionsGoInBatchesAndTheFoldsAreWhatTheLogGives() throws SQLException {
    List<Received> events = new ArrayList<>();
    for (int i = 0; i < settings.batch() + 10; i++) {
      events.add(impression("old-" + i, "re-old-" + i % 7, now.minusSeconds(i)));
    }
    events.add(impression("new", "re-old-1", now));
    events.add(Sent.view("view", "re-old-1", null, now.minusSeconds(5), "re-p"));
    assertThat(accept(events).accepted()).isEqualTo(events.size());
    age("message_id like 'old-%' and origin like 'visitor:re-old-%'", 401);
    age("message_id = 'view' and origin = 'visitor:re-old-1'", 401);

    assertThat(await(retention.run())).isGreaterThanOrEqualTo(settings.batch() + 10);

    assertThat(count("event where origin like 'visitor:re-old-%'")).isEqualTo(2);
    assertThat(count("fold where owner like 'visitor:re-old-%'")).isEqualTo(1);
    assertThat(await(refold.run()).changed()).isZero();
    assertThat(await(retention.run())).isZero();
  }

  @Test
  void oldEventsGoWhereverTheyLieInTheLogAndNoOthers() throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into event (origin, message_id, type, happened_at, received_at, traffic,"
              + " personalize, signals, body) select 'visitor:re-lie', 're-lie-' || n,"
              + " 'IMPRESSION', now() - case when n in (1, 1500, 1501, 3777, 6000) then 401"
              + " else 1 end * interval '1 day', now(), 'SHOPPER', false, '[]',"
              + " jsonb_build_object('filled', repeat(md5(n::text), 12))"
              + " from generate_series(1, 6000) n");
    }
    assertThat(count("event where origin = 'visitor:re-lie'")).isEqualTo(6_000);
    await(retention.run());
    assertThat(count("event where origin = 'visitor:re-lie'")).isEqualTo(5_995);
    assertThat(count("event where message_id in ('re-lie-1', 're-lie-1501', 're-lie-6000')"))
        .isZero();
  }

  @Test
  void whatIsAppendedOrHeldMeanwhileStaysAndGoesWithTheNextRun() throws SQLException {
    String insert =
        "insert into event (origin, message_id, type, happened_at, received_at, traffic,"
            + " personalize, signals, body) select 'visitor:re-meanwhile', '%s-' || n,"
            + " 'IMPRESSION', now() - %d * interval '1 day', now(), 'SHOPPER', false, '[]', '{}'"
            + " from generate_series(1, 2000) n";
    await(retention.run());
    try (Connection other = store.getConnection();
        Statement statement = other.createStatement()) {
      statement.executeUpdate(insert.formatted("held", 401));
      other.setAutoCommit(false);
      statement.executeUpdate(
          "update event set position = 1 where origin = 'visitor:re-meanwhile'"
              + " and message_id in ('held-1', 'held-2000')");
      statement.executeUpdate(insert.formatted("new", 1));
      statement.executeUpdate(insert.formatted("old", 402));
      assertThat(await(retention.run())).isEqualTo(1_998);
      other.commit();
      other.setAutoCommit(true);
    }
    assertThat(count("event where origin = 'visitor:re-meanwhile'")).isEqualTo(4_002);
    assertThat(await(retention.run())).isEqualTo(2_002);
    assertThat(count("event where origin = 'visitor:re-meanwhile' and message_id like 'new-%'"))
        .isEqualTo(2_000);
  }

  @Test
  void whatRetentionWouldDeleteIsNotTakenAgain() {
    Ingest.Receipt receipt =
        accept(
            List.of(
                impression("late", "re-late", now.minus(Duration.ofDays(401))),
                impression("early", "re-late", now.minus(Duration.ofDays(399)))));
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.withheld()).containsExactly(0);
  }

  private static Received impression(String messageId, String visitor, Instant at) {
    Received sent =
        Sent.event(
            messageId,
            visitor,
            null,
            at,
            Traffic.SHOPPER,
            new ShopEvent.Impression(List.of("re-p"), true));
    return new Received(
        sent.messageId(),
        sent.origin(),
        null,
        at,
        Instant.now(),
        sent.traffic(),
        sent.event(),
        sent.context(),
        sent.body());
  }

  private void age(String which, int days) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update event set happened_at = happened_at - interval '"
              + days
              + " days' where "
              + which);
    }
  }

  private long count(String what) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Ingest.Receipt accept(List<Received> events) {
    return await(ingest.accept(events));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
