package dev.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.EventLog;
import dev.attune.events.Identifier;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Edit;
import dev.attune.identity.Identities;
import dev.attune.identity.Proof;
import dev.attune.platform.database.Store;
import dev.attune.privacy.Consent.State;
import dev.attune.privacy.ConsentChoice;
import dev.attune.privacy.Consents;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IngestTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration HOURS = Duration.ofHours(2);

  @Inject Ingest ingest;
  @Inject Shoppers shoppers;
  @Inject Consents consents;
  @Inject Identities identities;
  @Inject Refold refold;
  @Inject EventLog log;

  @Inject
  @DataSource(Store.CUSTOMER_NAME)
  javax.sql.DataSource customers;

  @Test
  void countsEachMessageOnceWithinAListAndAcrossLists() {
    Received first = Sent.view("m1", "in-once", null, NOON, "p1");
    Received second = Sent.view("m2", "in-once", null, NOON, "p1");
    assertThat(accept(first, first)).extracting("accepted", "duplicates").containsExactly(1, 1);
    assertThat(accept(second, first)).extracting("accepted", "duplicates").containsExactly(1, 1);
    assertThat(anonymous("in-once").events()).isEqualTo(2);
  }

  /** PostgreSQL ends a deadlock by breaking one transaction off; its sender must not notice. */
  @Test
  void aTransactionThatADeadlockBrokeOffIsBegunAgain() throws SQLException {
    accept(
        Sent.view("m1", "in-dead-a", null, NOON, "p1"),
        Sent.view("m1", "in-dead-b", null, NOON, "p1"));
    CompletableFuture<Ingest.Receipt> caught = null;
    for (int tries = 2; caught == null; tries++) {
      List<Received> both =
          List.of(
              Sent.view("m" + tries, "in-dead-a", null, NOON, "p1"),
              Sent.view("m" + tries, "in-dead-b", null, NOON, "p1"));
      caught = caught(both);
    }
    assertThat(caught.join().accepted()).isEqualTo(2);
  }

  /** Accepts these while another transaction holds what they need; null where that lost. */
  private @Nullable CompletableFuture<Ingest.Receipt> caught(List<Received> both)
      throws SQLException {
    String lock = "select owner from fold where owner = 'visitor:in-dead-%s' for update";
    try (Connection other = customers.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("set local deadlock_timeout = '20s'");
      statement.execute(lock.formatted("b"));
      CompletableFuture<Ingest.Receipt> receipt = ingest.accept(both).subscribeAsCompletionStage();
      String waiting =
          "select count(*) from pg_locks"
              + " where not granted and transactionid::text = pg_current_xact_id()::text";
      boolean waits = false;
      while (!waits) {
        try (ResultSet rows = statement.executeQuery(waiting)) {
          rows.next();
          waits = rows.getInt(1) > 0;
        }
      }
      try {
        statement.execute(lock.formatted("a"));
      } catch (SQLException lost) {
        receipt = null;
      }
      other.rollback();
      return receipt;
    }
  }

  @Test
  void theSameMessageIdOfAnotherVisitorIsAnotherEvent() {
    accept(Sent.view("m1", "in-a", null, NOON, "p1"));
    assertThat(accept(Sent.view("m1", "in-b", null, NOON, "p1")).accepted()).isEqualTo(1);
  }

  @Test
  void theReceiptsVersionIsTheProfiles() {
    Ingest.Receipt receipt = accept(Sent.view("m1", "in-version", null, NOON, "p1"));
    assertThat(anonymous("in-version").version()).isEqualTo(receipt.version()).isPositive();
    Ingest.Receipt again = accept(Sent.view("m1", "in-version", null, NOON, "p1"));
    assertThat(again.version()).isEqualTo(receipt.version());
  }

  @Test
  void botsAreLoggedAndNotFolded() {
    ShopEvent page = new ShopEvent.PageViewed("/");
    Received bot = Sent.event("m1", "in-bot", null, NOON, Traffic.BOT, page);
    assertThat(accept(bot).accepted()).isEqualTo(1);
    assertThat(accept(bot).duplicates()).isEqualTo(1);
    assertThat(anonymous("in-bot").events()).isZero();
  }

  @Test
  void staffAreFoldedAndNotLearnedFrom() {
    ShopEvent page = new ShopEvent.PageViewed("/");
    accept(Sent.event("m1", "in-staff", null, NOON, Traffic.STAFF, page));
    assertThat(anonymous("in-staff").events()).isEqualTo(1);
    assertThat(logged("visitor:in-staff")).isEmpty();
  }

  @Test
  void theLogIsReadByOwnerAndTimeFromAnInstantOn() {
    accept(
        Sent.view("m2", "in-log", null, NOON.plusSeconds(2), "p2"),
        Sent.view("m1", "in-log", null, NOON.plusSeconds(1), "p1"),
        Sent.view("m3", "in-log", "in-log", NOON.plusSeconds(3), "p3"));
    assertThat(logged("visitor:in-log"))
        .extracting(event -> event.signals().get(0).subject())
        .containsExactly("p1", "p2");
    assertThat(logged("customer:in-log")).hasSize(1);
  }

  @Test
  void aSignInGivesTheCustomerWhatTheDeviceDidBefore() {
    accept(Sent.view("m1", "in-join", null, NOON, "p1"));
    assertThat(authenticated("in-join", "in-join-c").ranking().events()).isZero();

    await(
        identities.join(visitor("in-join"), customer("in-join-c"), NOON.plusSeconds(5), "sign-in"));

    assertThat(authenticated("in-join", "in-join-c").ranking().events()).isEqualTo(2);
    assertThat(anonymous("in-join").events()).isZero();
  }

  @Test
  void splittingTakesTheDeviceAwayAgain() {
    accept(
        Sent.view("m1", "in-split", null, NOON, "p1"),
        Sent.view("m2", "in-split", "in-split-c", NOON.plusSeconds(1), "p1"));
    assertThat(authenticated(null, "in-split-c").ranking().events()).isEqualTo(2);
    assertThat(
            await(
                identities.split(
                    visitor("in-split"),
                    customer("in-split-c"),
                    new Edit(NOON, "wrong person", "support"))))
        .isTrue();
    assertThat(authenticated(null, "in-split-c").ranking().events()).isEqualTo(1);
    assertThat(
            await(
                identities.split(
                    visitor("in-split"),
                    customer("in-split-c"),
                    new Edit(NOON, "wrong person", "support"))))
        .isFalse();
  }

  @Test
  void aSharedTabletGivesEachCustomerOnlyTheSessionsTheyWereProvenIn() {
    accept(
        Sent.view("m1", "in-tablet", null, NOON, "p1"),
        Sent.view("m2", "in-tablet", "in-tablet-anna", NOON.plusSeconds(60), "p1"),
        Sent.view("m3", "in-tablet", null, NOON.plus(HOURS), "p1"));
    assertThat(authenticated(null, "in-tablet-anna").ranking().events()).isEqualTo(3);

    accept(Sent.view("m4", "in-tablet", "in-tablet-ben", NOON.plus(HOURS.multipliedBy(2)), "p1"));

    assertThat(authenticated(null, "in-tablet-anna").ranking().events()).isEqualTo(2);
    assertThat(authenticated(null, "in-tablet-ben").ranking().events()).isEqualTo(1);
  }

  @Test
  void aTokenRanksWithTheJoinedShopperAndShowsNothing() {
    accept(Sent.view("m1", "in-token", "in-token-c", NOON, "p1"));
    Shopper shopper = load("in-token", "in-token-c", Proof.RECOGNIZED);
    assertThat(shopper.ranking().events()).isEqualTo(1);
    assertThat(shopper.showing()).isEqualTo(Profile.NOBODY);
    assertThat(shopper.id()).isEqualTo(authenticated(null, "in-token-c").id());
  }

  @Test
  void aClaimedCustomerIsNotRead() {
    accept(Sent.view("m1", "in-claim", "in-claim-c", NOON, "p1"));
    Shopper shopper = load("in-claim-other", "in-claim-c", Proof.ANONYMOUS);
    assertThat(shopper.ranking().events()).isZero();
    assertThat(shopper.id()).isNotEqualTo(authenticated(null, "in-claim-c").id());
  }

  @Test
  void withoutConsentToAnythingNothingIsKept() {
    await(consents.set(visitor("in-none"), ConsentChoice.all(State.DENIED), NOON));
    Ingest.Receipt receipt =
        accept(
            Sent.view("m1", "in-none-not", null, NOON, "p1"),
            Sent.view("m1", "in-none", null, NOON, "p1"));
    assertThat(receipt.accepted()).isEqualTo(1);
    assertThat(receipt.withheld()).containsExactly(1);
    await(consents.set(visitor("in-none"), ConsentChoice.all(State.GRANTED), NOON.plusSeconds(1)));
    assertThat(accept(Sent.view("m1", "in-none", null, NOON, "p1")).accepted()).isEqualTo(1);
  }

  @Test
  void withoutConsentToPersonalizationEventsAreLoggedAndNotFolded() {
    ConsentChoice choice = new ConsentChoice(State.DENIED, null, null);
    await(consents.set(visitor("in-analytics"), choice, NOON));
    assertThat(accept(Sent.view("m1", "in-analytics", null, NOON, "p1")).accepted()).isEqualTo(1);
    choice = new ConsentChoice(State.GRANTED, null, null);
    await(consents.set(visitor("in-analytics"), choice, NOON.plusSeconds(1)));
    assertThat(anonymous("in-analytics").events()).isZero();
    assertThat(logged("visitor:in-analytics")).isEmpty();
  }

  @Test
  void aDenialOnOneDeviceHoldsForThePersonOnAll() {
    accept(
        Sent.view("m1", "in-phone", "in-person", NOON, "p1"),
        Sent.view("m1", "in-laptop", "in-person", NOON, "p1"));
    await(consents.set(visitor("in-phone"), ConsentChoice.all(State.DENIED), NOON));
    assertThat(accept(Sent.view("m2", "in-laptop", null, NOON, "p1")).withheld())
        .containsExactly(0);
    Shopper shopper = authenticated(null, "in-person");
    assertThat(shopper.consent().allowsPersonalization()).isFalse();
    assertThat(shopper.ranking()).isEqualTo(Profile.NOBODY);
  }

  @Test
  void textsThatPostgresqlRefusesAreKeptInsteadOfLosingTheList() {
    Ingest.Receipt receipt =
        accept(
            Sent.view("m\0", "in-\0nul", null, NOON, "p\0\ud800"),
            Sent.view("m2", "in-nul", null, NOON, "x".repeat(5_000)));
    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(await(refold.run()).changed()).isZero();
  }

  @Test
  void eightThreadsWithTheSameEventsInAnyOrderCountEachOnce() throws Exception {
    List<Received> events = manyEvents();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Integer>> accepted = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      Random random = new Random(thread);
      accepted.add(threads.submit(() -> sendAll(events, random)));
    }
    int sum = 0;
    for (Future<Integer> one : accepted) {
      sum += one.get();
    }
    threads.shutdown();
    assertThat(sum).isEqualTo(events.size());
    for (int i = 0; i < 10; i++) {
      assertThat(authenticated(null, "in-crowd-c" + i).ranking().events()).isEqualTo(60);
    }
    Refold.Report report = await(refold.run());
    assertThat(report.changed()).isZero();
    assertThat(report.owners()).isGreaterThanOrEqualTo(20);
  }

  private int sendAll(List<Received> events, Random random)
      throws ExecutionException, InterruptedException {
    List<Received> mine = new ArrayList<>(events);
    Collections.shuffle(mine, random);
    int accepted = 0;
    for (int from = 0; from < mine.size(); from += 50) {
      List<Received> batch = mine.subList(from, Math.min(mine.size(), from + 50));
      accepted += await(ingest.accept(batch)).accepted();
    }
    return accepted;
  }

  /** Ten people with 60 events each, half of them under their device, half with proof. */
  private static List<Received> manyEvents() {
    List<Received> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String visitor = "in-crowd-v" + i % 10;
      String customer = i % 20 < 10 ? null : "in-crowd-c" + i % 10;
      events.add(Sent.view("m" + i, visitor, customer, NOON.plusSeconds(i * 97L), "p" + i % 7));
    }
    return events;
  }

  private Ingest.Receipt accept(Received... events) {
    return await(ingest.accept(List.of(events)));
  }

  private List<LoggedEvent> logged(String owner) {
    List<LoggedEvent> events = new ArrayList<>();
    log.read(
        NOON,
        event -> {
          if (event.owner().equals(owner)) {
            events.add(event);
          }
        });
    return events;
  }

  private Profile anonymous(String visitor) {
    return load(visitor, null, Proof.ANONYMOUS).showing();
  }

  private Shopper authenticated(@Nullable String visitor, String customer) {
    return load(visitor, customer, Proof.AUTHENTICATED);
  }

  private Shopper load(@Nullable String visitor, @Nullable String customer, Proof proof) {
    Asker asker =
        new Asker(
            visitor == null ? null : visitor(visitor),
            customer == null ? null : customer(customer),
            proof,
            Traffic.SHOPPER,
            Set.of(),
            false,
            false,
            null);
    return await(shoppers.load(asker, NOON.plusSeconds(600)));
  }

  private static Identifier visitor(String value) {
    return Identifier.visitor(value);
  }

  private static Identifier customer(String value) {
    return Identifier.customer(value);
  }

  private static <T> T await(io.smallrye.mutiny.Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
