package dev.attune.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.profile.fold.History;
import dev.attune.profile.fold.History.Happened;
import dev.attune.profile.fold.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration HOURS = Duration.ofHours(2);
  private static final String ANNA = "customer:anna";
  private static final String BEN = "customer:ben";
  private static final String TABLET = "visitor:tablet";

  /**
   * One person's events come in under a phone, a laptop and the customer id, some of the laptop's
   * with proof. Joined, they have the bytes that they have when all came in under the customer.
   */
  @Test
  void theJoinedShopperIsTheShopperOfOneHistory() {
    for (int seed = 0; seed < 1_030; seed++) {
      Random random = new Random(seed);
      List<Happened> history =
          seed < 1_000 ? History.of(random, 1 + random.nextInt(40)) : History.spread(random);
      Fold one = new Fold();
      Fold customer = new Fold();
      Fold phone = new Fold();
      Fold laptop = new Fold();
      for (Happened happened : history) {
        one.count(happened.at(), happened.signals().stream());
        int way = random.nextInt(4);
        Fold counts = way == 0 ? phone : way == 1 ? laptop : customer;
        counts.count(happened.at(), happened.signals().stream());
        if (way == 2) {
          laptop.witness(happened.at(), ANNA);
        }
      }
      List<Part> parts =
          new ArrayList<>(
              List.of(
                  new Part(ANNA, true, 1, stored(customer)),
                  new Part("visitor:phone", true, 1, stored(phone)),
                  new Part("visitor:laptop", true, 1, stored(laptop))));
      Collections.shuffle(parts, random);
      Fold joined = new Fold();
      parts.forEach(part -> part.of(ANNA).forEach(joined::mergeCounted));
      assertThat(FoldCodec.encode(joined)).as("seed %s", seed).isEqualTo(FoldCodec.encode(one));
    }
  }

  @Test
  void onASharedDeviceWhatIsNotToldApartAnyMoreIsNobodys() {
    Fold fold = new Fold();
    Instant last = NOON;
    for (int hours = 0; hours < 1_100; hours++) {
      last = NOON.plus(HOURS.multipliedBy(hours));
      fold.count(last, views("p" + hours));
      fold.witness(last, ANNA);
    }
    assertThat(subjects(new Part(TABLET, true, 1, stored(fold)).of(ANNA))).hasSize(1_100);
    assertThat(subjects(new Part(TABLET, false, 1, stored(fold)).of(ANNA)))
        .hasSize(1_000)
        .contains("p1099", "p100")
        .doesNotContain("p99");
  }

  @Test
  void aDeviceOfOneCustomerIsTheirsAsAWhole() {
    Fold fold = new Fold();
    fold.count(NOON, views("before"));
    fold.witness(NOON.plus(HOURS), ANNA);
    fold.count(NOON.plus(HOURS).plus(HOURS), views("after"));
    assertThat(subjects(new Part(TABLET, true, 1, fold).of(ANNA)))
        .containsExactly("before", "after");
  }

  @Test
  void onASharedDeviceASessionIsTheirsWhoWereProvenInItBeforeOrAfter() {
    Fold fold = shared();
    Part tablet = new Part(TABLET, false, 1, fold);
    assertThat(subjects(tablet.of(ANNA))).containsExactly("annas");
    assertThat(subjects(tablet.of(BEN))).containsExactly("bens");
  }

  @Test
  void aSessionWithTwoCustomersIsNobodys() {
    Fold fold = new Fold();
    fold.witness(NOON, ANNA);
    fold.count(NOON.plusSeconds(60), views("whose"));
    fold.witness(NOON.plusSeconds(120), BEN);
    Part tablet = new Part(TABLET, false, 1, fold);
    assertThat(subjects(tablet.of(ANNA))).isEmpty();
    assertThat(subjects(tablet.of(BEN))).isEmpty();
  }

  @Test
  void aDeviceThatWasTakenFromTheOtherCustomerDoesNotGiveAwayTheirSessions() {
    assertThat(subjects(new Part(TABLET, true, 1, shared()).of(ANNA)))
        .containsExactly("annas", "nobodys");
  }

  @Test
  void aRawVisitorIdReadsOnlyWhatCameAfterTheLastProof() {
    Fold fold = shared();
    fold.count(NOON.plus(HOURS.multipliedBy(4)), views("new"));
    assertThat(subjects(new Part(TABLET, false, 1, fold).ofNobody(Set.of())))
        .containsExactly("new");
  }

  @Test
  void aRawVisitorIdThatWasNeverProvenReadsAll() {
    Fold fold = new Fold();
    fold.count(NOON, views("a"));
    fold.count(NOON.plus(HOURS), views("b"));
    assertThat(subjects(new Part(TABLET, true, 1, fold).ofNobody(Set.of())))
        .containsExactly("a", "b");
  }

  @Test
  void aProofThatComesLateMovesItsSession() {
    Fold fold = shared();
    fold.witness(NOON.plus(HOURS).plusSeconds(30), ANNA);
    assertThat(subjects(new Part(TABLET, false, 1, fold).of(ANNA)))
        .containsExactly("annas", "nobodys");
  }

  private static Fold stored(Fold fold) {
    return FoldCodec.decode(FoldCodec.encode(fold));
  }

  private static Fold shared() {
    Fold fold = new Fold();
    fold.count(NOON, views("annas"));
    fold.witness(NOON.plusSeconds(60), ANNA);
    fold.count(NOON.plus(HOURS), views("nobodys"));
    fold.witness(NOON.plus(HOURS).plus(HOURS), BEN);
    fold.count(NOON.plus(HOURS).plus(HOURS).plusSeconds(60), views("bens"));
    return fold;
  }

  private static Stream<Signal> views(String product) {
    return Stream.of(new Signal(Kind.VIEW, product, 1));
  }

  private static List<String> subjects(List<Session> sessions) {
    return sessions.stream()
        .flatMap(session -> session.tallies().keySet().stream())
        .map(counted -> counted.subject())
        .toList();
  }
}
