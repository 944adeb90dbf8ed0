package dev.attune.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.fold.History.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SEEDS = 1_000;

  @Test
  void hasTheSameBytesInEveryOrderAndEveryBatching() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Happened> history = History.of(random, 1 + random.nextInt(40));
      byte[] inOrder = FoldCodec.encode(fold(history));
      List<Happened> shuffled = new ArrayList<>(history);
      Collections.shuffle(shuffled, random);
      assertThat(inBatches(shuffled, random)).as("seed %s", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void comesBackFromItsBytesAsItWas() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Fold fold = fold(History.of(random, random.nextInt(40)));
      fold.witness(NOON, "customer:" + random.nextInt(3));
      byte[] bytes = FoldCodec.encode(fold);
      assertThat(FoldCodec.encode(FoldCodec.decode(bytes))).as("seed %s", seed).isEqualTo(bytes);
    }
  }

  @Test
  void takesAChangeIntoItsBytesAsItWouldOnTheWayThroughItself() {
    int between = 0;
    for (int seed = 0; seed < 4 * SEEDS; seed++) {
      Random random = new Random(seed);
      Fold fold = fold(History.of(random, random.nextInt(60)));
      if (random.nextBoolean()) {
        fold.witness(NOON.plusSeconds(random.nextInt(90_000)), "customer:" + random.nextInt(3));
      }
      byte[] before = FoldCodec.encode(fold);
      Fold change = fold(History.of(random, random.nextInt(4)));
      if (random.nextInt(3) == 0) {
        change.witness(NOON.plusSeconds(random.nextInt(90_000)), "customer:" + random.nextInt(9));
      }
      int sessions = fold.sessions().size();
      byte[] spliced = FoldCodec.add(before, change);
      fold.merge(change);
      assertThat(spliced).as("seed %s", seed).isEqualTo(FoldCodec.encode(fold));
      between += fold.sessions().size() < sessions ? 1 : 0;
    }
    assertThat(between).as("changes that made two sessions one").isPositive();
  }

  @Test
  void anEventBetweenTwoSessionsMakesThemOne() {
    Fold fold = new Fold();
    fold.count(NOON, views("p1"));
    fold.count(NOON.plus(Duration.ofMinutes(60)), views("p1"));
    assertThat(fold.sessions()).hasSize(2);

    fold.count(NOON.plus(Duration.ofMinutes(30)), views("p2"));

    assertThat(fold.sessions()).hasSize(1);
    Session session = fold.sessions().iterator().next();
    assertThat(session.events()).isEqualTo(3);
    assertThat(session.tallies().get(new Counted(Kind.VIEW, "p1")))
        .isEqualTo(new Tally(2, NOON.plus(Duration.ofMinutes(60)).toEpochMilli()));
  }

  @Test
  void silenceOfMoreThanThirtyMinutesEndsASession() {
    Fold fold = new Fold();
    fold.count(NOON, views("p1"));
    fold.count(NOON.plus(Fold.GAP), views("p1"));
    fold.count(NOON.plus(Fold.GAP).plus(Fold.GAP).plusMillis(1), views("p1"));
    assertThat(fold.sessions()).extracting(Session::events).containsExactly(2L, 1L);
  }

  @Test
  void anImpressionSaysThatSomebodyWasThereAndNothingElse() {
    Fold fold = new Fold();
    fold.count(NOON, Stream.of(new Signal(Kind.SHOWN, "p1", 1), new Signal(Kind.PAGE, "/", 1)));
    Session session = fold.sessions().iterator().next();
    assertThat(session.events()).isEqualTo(1);
    assertThat(session.tallies()).isEmpty();
  }

  @Test
  void timesBeforeTheEpochAndQuantitiesBeyondALongSurvive() {
    Fold fold = new Fold();
    Signal much = new Signal(Kind.SPEND, "USD", Long.MAX_VALUE);
    fold.count(Instant.EPOCH.minusSeconds(100), Stream.of(much));
    fold.count(Instant.EPOCH.minusSeconds(50), Stream.of(much));
    Session back = FoldCodec.decode(FoldCodec.encode(fold)).sessions().iterator().next();
    assertThat(back.start()).isEqualTo(-100_000);
    assertThat(back.tallies().get(new Counted(Kind.SPEND, "USD")))
        .isEqualTo(new Tally(Long.MAX_VALUE, -50_000));
  }

  @Test
  void bytesOfAnotherFormatAskForARefold() {
    assertThatThrownBy(() -> FoldCodec.decode(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refold");
  }

  @Test
  void whatOnlyALaterVersionCountsIsKept() {
    Fold later = new Fold();
    Session session = new Session(1_000_000, 2_000_000, 3);
    session.count(new Counted(77, "p1"), new Tally(5, 1_500_000));
    session.count(new Counted(Kind.VIEW, "p1"), new Tally(2, 1_600_000));
    later.add(session);
    byte[] bytes = FoldCodec.encode(later);
    assertThat(FoldCodec.encode(FoldCodec.decode(bytes))).isEqualTo(bytes);

    Fold change = new Fold();
    change.count(Instant.ofEpochMilli(2_100_000), Stream.of(new Signal(Kind.VIEW, "p1", 1)));
    Session after = FoldCodec.decode(FoldCodec.add(bytes, change)).sessions().iterator().next();
    assertThat(after.tallies())
        .containsEntry(new Counted(77, "p1"), new Tally(5, 1_500_000))
        .containsEntry(new Counted(Kind.VIEW, "p1"), new Tally(3, 2_100_000));
    assertThat(new Counted(77, "p1").kind()).isEqualTo(Kind.LATER);
  }

  @Test
  void theNumbersOfKindsNeverChange() {
    assertThat(Stream.of(Kind.values()).filter(kind -> kind != Kind.LATER).map(KindCode::of))
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
            25, 26, 27, 28, 29, 30, 31);
  }

  private static Stream<Signal> views(String product) {
    return Stream.of(new Signal(Kind.VIEW, product, 1));
  }

  private static Fold fold(List<Happened> history) {
    Fold fold = new Fold();
    history.forEach(happened -> fold.count(happened.at(), happened.signals().stream()));
    return fold;
  }

  private static byte[] inBatches(List<Happened> history, Random random) {
    byte[] state = {};
    int from = 0;
    while (from < history.size()) {
      int to = Math.min(history.size(), from + 1 + random.nextInt(7));
      Fold fold = FoldCodec.decode(state);
      fold.merge(fold(history.subList(from, to)));
      state = FoldCodec.encode(fold);
      from = to;
    }
    return state;
  }
}
