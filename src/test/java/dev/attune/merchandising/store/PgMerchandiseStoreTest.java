package dev.attune.merchandising.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.Guide;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Write;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.agroal.DataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgMerchandiseStoreTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123456Z");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject MerchandiseStore store;
  @Inject Merchandising merchandising;
  @Inject PgMerchandise reader;
  @Inject Vertx vertx;

  @Inject
  @ReactiveDataSource(Store.CATALOG_NAME)
  Pool pool;

  @Inject
  @DataSource(Store.CATALOG_NAME)
  javax.sql.DataSource jdbc;

  @Test
  void showsWhatWasWrittenAtOnce() {
    Hero saved = done(store.save(Kind.HERO, hero("at-once", "First"), new Write(0, "mia", NOW)));
    assertThat(saved.version()).isEqualTo(1);
    assertThat(merchandising.current().hero("merch-at-once")).contains(saved);
    Hero replaced =
        done(store.save(Kind.HERO, hero("at-once", "Second"), new Write(1, "mia", NOW)));
    assertThat(replaced.version()).isEqualTo(2);
    assertThat(merchandising.current().hero("merch-at-once")).contains(replaced);
    assertThat(replaced.headline()).isEqualTo("Second");
  }

  @Test
  void keepsEveryKindAsItWasWritten() {
    Offer offer =
        done(
            store.save(
                Kind.OFFER,
                new Offer(
                    "merch-o", "X10", "Ten off", "All", Audience.NEW, "garden", NOW, .1, .2, 0),
                new Write(0, "mia", NOW)));
    Guide guide =
        done(
            store.save(
                Kind.GUIDE,
                new Guide("merch-g", "How", "Text", "/i.svg", "/c/x", "x", 0),
                new Write(0, "mia", NOW)));
    ProductCollection collection =
        done(
            store.save(
                Kind.COLLECTION,
                new ProductCollection("merch-c", "merch-c", "Six", List.of("b", "a"), 0),
                new Write(0, "mia", NOW)));
    assertThat(offer)
        .isEqualTo(
            new Offer("merch-o", "X10", "Ten off", "All", Audience.NEW, "garden", NOW, .1, .2, 1));
    assertThat(merchandising.current().offer("merch-o")).contains(offer);
    assertThat(merchandising.current().guide("merch-g")).contains(guide);
    assertThat(merchandising.current().collection("merch-c")).contains(collection);
    assertThat(collection.products()).containsExactly("b", "a");
  }

  @Test
  void refusesAStaleVersionAndNamesBoth() {
    done(store.save(Kind.HERO, hero("stale", "First"), new Write(0, "mia", NOW)));
    done(store.save(Kind.HERO, hero("stale", "Second"), new Write(1, "mia", NOW)));
    assertThatThrownBy(
            () -> done(store.save(Kind.HERO, hero("stale", "Third"), new Write(1, "tom", NOW))))
        .isInstanceOf(AttuneException.class)
        .hasMessageContaining("version 2, not 1")
        .extracting(refused -> ((AttuneException) refused).code())
        .isEqualTo(ErrorCode.STALE_VERSION);
    assertThatThrownBy(
            () -> done(store.save(Kind.HERO, hero("stale", "Third"), new Write(0, "tom", NOW))))
        .hasMessageContaining("version 2, not 0");
    assertThat(merchandising.current().hero("merch-stale").orElseThrow().headline())
        .isEqualTo("Second");
    assertThat(audit("merch-stale")).extracting(AuditLine::who).containsExactly("mia", "mia");
  }

  @Test
  void letsOneOfManyWritersAtTheSameVersionThrough() {
    done(store.save(Kind.HERO, hero("race", "First"), new Write(0, "mia", NOW)));
    List<Uni<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(
          store
              .save(Kind.HERO, hero("race", "Writer " + i), new Write(1, "writer" + i, NOW))
              .replaceWith(true)
              .onFailure(AttuneException.class)
              .recoverWithItem(false));
    }
    List<Boolean> through = done(Uni.join().all(writers).andFailFast());
    assertThat(through).containsOnlyOnce(true);
    assertThat(merchandising.current().hero("merch-race").orElseThrow().version()).isEqualTo(2);
    assertThat(audit("merch-race")).hasSize(2);
  }

  @Test
  void recordsEveryWriteWithWhatWasBeforeAndAfter() {
    done(store.save(Kind.HERO, hero("audit", "First"), new Write(0, "mia", NOW)));
    done(store.save(Kind.HERO, hero("audit", "Second"), new Write(1, "tom", NOW.plusSeconds(1))));
    done(store.archive(Kind.HERO, "merch-audit", new Write(2, "eve", NOW.plusSeconds(2))));
    List<AuditLine> lines = audit("merch-audit");
    assertThat(lines)
        .extracting(AuditLine::what)
        .containsExactly("hero.archived", "hero.saved", "hero.saved");
    assertThat(lines).extracting(AuditLine::who).containsExactly("eve", "tom", "mia");
    assertThat(lines.get(2).beforeJson()).isNull();
    assertThat(lines.get(2).afterJson()).contains("\"headline\": \"First\"");
    assertThat(lines.get(1).beforeJson()).isEqualTo(lines.get(2).afterJson());
    assertThat(lines.get(0).beforeJson()).isEqualTo(lines.get(1).afterJson());
    assertThat(lines.get(0).afterJson()).isNull();
    assertThat(lines.get(0).at()).isEqualTo(NOW.plusSeconds(2));
  }

  @Test
  void writesNothingWhenTheAuditCannotBeWritten() {
    assertThatThrownBy(
            () -> done(store.save(Kind.HERO, hero("torn", "First"), new Write(0, "a\0b", NOW))))
        .isNotInstanceOf(AttuneException.class);
    assertThat(done(reader.read()).hero("merch-torn")).isEmpty();
  }

  @Test
  void hidesAnArchivedHeroAndBringsItBack() {
    done(store.save(Kind.HERO, hero("archived", "First"), new Write(0, "mia", NOW)));
    done(store.archive(Kind.HERO, "merch-archived", new Write(1, "mia", NOW)));
    assertThat(merchandising.current().hero("merch-archived")).isEmpty();
    assertThatThrownBy(
            () -> done(store.archive(Kind.HERO, "merch-archived", new Write(2, "mia", NOW))))
        .extracting(refused -> ((AttuneException) refused).code())
        .isEqualTo(ErrorCode.UNKNOWN_ID);
    Hero back = done(store.save(Kind.HERO, hero("archived", "Again"), new Write(2, "mia", NOW)));
    assertThat(back.version()).isEqualTo(3);
    assertThat(merchandising.current().hero("merch-archived")).contains(back);
  }

  @Test
  void isHeardByAnotherReplica() throws InterruptedException, TimeoutException {
    MerchandiseSnapshots other = replica();
    try {
      Hero saved = done(store.save(Kind.HERO, hero("heard", "First"), new Write(0, "mia", NOW)));
      until(() -> other.current().hero("merch-heard").isPresent());
      assertThat(other.current().hero("merch-heard")).contains(saved);
    } finally {
      other.stop(null);
    }
  }

  @Test
  void catchesUpWithWhatWasWrittenWhileItCouldNotListen()
      throws InterruptedException, TimeoutException, SQLException {
    MerchandiseSnapshots other = replica();
    try {
      endListeners();
      done(store.save(Kind.HERO, hero("missed", "First"), new Write(0, "mia", NOW)));
      until(() -> other.current().hero("merch-missed").isPresent());
      done(store.save(Kind.HERO, hero("after", "First"), new Write(0, "mia", NOW)));
      until(() -> other.current().hero("merch-after").isPresent());
    } finally {
      other.stop(null);
    }
  }

  @Test
  void aRowThatCannotBeReadKeepsNoOtherFromReplicas()
      throws InterruptedException, TimeoutException, SQLException {
    done(store.save(Kind.HERO, hero("torn-1", "First"), new Write(0, "mia", NOW)));
    done(store.save(Kind.HERO, hero("torn-2", "First"), new Write(0, "mia", NOW)));
    change("update hero set audience = 'MARTIANS' where id = 'merch-torn-1'");
    change("update hero set texts = '{\"de\": 1}' where id = 'merch-torn-2'");
    change("insert into rule (id, version, live) values ('merch-torn', 1, '{\"id\": \"x\"}')");
    MerchandiseSnapshots other = replica();
    try {
      done(store.save(Kind.HERO, hero("whole", "First"), new Write(0, "mia", NOW)));
      until(() -> other.current().hero("merch-whole").isPresent());
      assertThat(other.current().hero("merch-torn-1")).isEmpty();
      assertThat(other.current().hero("merch-torn-2")).isEmpty();
      assertThat(other.current().rule("merch-torn")).isEmpty();
      assertThat(merchandising.current().hero("merch-whole")).isPresent();
    } finally {
      other.stop(null);
      change("delete from rule where id = 'merch-torn'");
      change("delete from hero where id in ('merch-torn-1', 'merch-torn-2')");
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = jdbc.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void numbersTheStatesOfTheStoreInOrder() {
    long before = Long.parseLong(merchandising.current().version());
    done(store.save(Kind.HERO, hero("number", "First"), new Write(0, "mia", NOW)));
    assertThat(Long.parseLong(merchandising.current().version())).isGreaterThan(before);
    assertThat(done(reader.read()).version()).isEqualTo(merchandising.current().version());
  }

  private MerchandiseSnapshots replica() {
    MerchandiseSnapshots other = new MerchandiseSnapshots(reader, new PgAnnouncements(pool, vertx));
    other.start(null);
    return other;
  }

  private void endListeners() throws SQLException {
    try (Connection connection = jdbc.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and datname = current_database()"
              + " and query in ('listen merchandise_changed',"
              + " 'select version from merchandise_version')");
    }
  }

  private List<AuditLine> audit(String subject) {
    return done(store.audit(1_000)).stream()
        .filter(line -> line.subject().equals(subject))
        .toList();
  }

  private static Hero hero(String id, String headline) {
    return new Hero(
        "merch-" + id, headline, null, null, "/c/x", null, Audience.BUYER, null, 3, false, 0);
  }

  private static <T> T done(Uni<T> work) {
    return work.await().atMost(LIMIT);
  }

  private static void until(BooleanSupplier holds) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("It did not come true in " + LIMIT);
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
