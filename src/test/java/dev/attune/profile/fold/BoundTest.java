package dev.attune.profile.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.fold.History.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody who makes up subjects, a third more of them than a fold tells apart, or times. */
class BoundTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int MADE_UP = Bound.SUBJECTS * 4 / 3;

  @Test
  void howManySubjectsAFoldHasIsBoundedWithTheSameBytesInEveryOrder() {
    List<Happened> history = history();
    byte[] whole = FoldCodec.encode(fold(history));
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(history, new Random(seed));
      byte[] state = {};
      for (int from = 0; from < history.size(); from += 50) {
        state = FoldCodec.add(state, fold(history.subList(from, from + 50)));
      }
      assertThat(state).as("seed %s", seed).isEqualTo(whole);
    }
    Set<String> subjects = subjects(FoldCodec.decode(whole));
    assertThat(subjects).hasSize(Bound.SUBJECTS);
    assertThat(subjects.stream().filter(subject -> subject.startsWith("a")))
        .as("a fair sample: half of them were of the one kind")
        .hasSizeBetween(Bound.SUBJECTS * 9 / 20, Bound.SUBJECTS * 11 / 20);
  }

  @Test
  void theFoldsOfTwoIdentifiersAreBoundedTogetherAsOneHistoryIs() {
    List<Happened> history = history();
    Fold joined = FoldCodec.decode(FoldCodec.encode(fold(history.subList(0, 300))));
    joined.merge(FoldCodec.decode(FoldCodec.encode(fold(history.subList(300, history.size())))));

    assertThat(FoldCodec.encode(joined)).isEqualTo(FoldCodec.encode(fold(history)));
  }

  @Test
  void ofMadeUpTimesTheLatestAreToldApartWithTheSameBytesInEveryOrderAndBatching() {
    int bounded = 0;
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Happened> history = History.spread(random);
      Fold whole = fold(history);
      Instant known = history.get(7).at();
      whole.witness(known, "customer:known");
      int sessions = whole.sessions().size();
      byte[] bytes = FoldCodec.encode(whole);
      bounded += whole.sessions().size() < sessions ? 1 : 0;
      Collections.shuffle(history, random);
      byte[] state = {};
      for (int from = 0; from < history.size(); ) {
        int to = Math.min(history.size(), from + 1 + random.nextInt(random.nextInt(300) + 1));
        state = FoldCodec.add(state, fold(history.subList(from, to)));
        from = to;
      }
      Fold late = new Fold();
      late.witness(known, "customer:known");
      assertThat(FoldCodec.add(state, late)).as("seed %s", seed).isEqualTo(bytes);

      int cut = random.nextInt(history.size());
      Fold joined = FoldCodec.decode(FoldCodec.encode(fold(history.subList(0, cut))));
      joined.merge(FoldCodec.decode(FoldCodec.encode(fold(history.subList(cut, history.size())))));
      joined.merge(late);
      assertThat(FoldCodec.encode(joined)).as("two parts of seed %s", seed).isEqualTo(bytes);
    }
    assertThat(bounded).as("seeds with more than is told apart").isGreaterThan(45);
  }

  @Test
  void whatWasCountedInOldSessionsStays() {
    Fold fold = new Fold();
    int days = 3 * Bound.HOURS;
    for (int day = 0; day < days; day++) {
      fold.count(NOON.minusSeconds(86_400L * day), Stream.of(new Signal(Kind.BUY, "p1", 2)));
    }

    Fold bounded = FoldCodec.decode(FoldCodec.encode(fold));

    assertThat(bounded.sessions()).hasSize(Bound.HOURS + 1);
    Session past = bounded.past().orElseThrow();
    assertThat(past.events()).isEqualTo(days - Bound.HOURS);
    assertThat(past.start()).isEqualTo(NOON.minusSeconds(86_400L * (days - 1)).toEpochMilli());
    assertThat(past.tallies())
        .containsEntry(
            new Counted(Kind.BUY, "p1"),
            new Tally(
                2L * (days - Bound.HOURS),
                NOON.minusSeconds(86_400L * Bound.HOURS).toEpochMilli()));
  }

  @Test
  void aLongVisitIsOfSeveralHours() {
    Fold fold = new Fold();
    for (int day = 0; day < 900; day++) {
      Instant at = NOON.minusSeconds(86_400L * day);
      fold.count(at.minusSeconds(60), Stream.of(new Signal(Kind.VIEW, "p1", 1)));
      fold.count(at.plusSeconds(60), Stream.of(new Signal(Kind.VIEW, "p1", 1)));
    }
    assertThat(FoldCodec.decode(FoldCodec.encode(fold)).sessions()).hasSize(Bound.HOURS / 2 + 1);
  }

  @Test
  void eventsOfManySignalsInOtherVisitsCountAsSeveral() {
    Fold whole = new Fold();
    byte[] state = {};
    for (int day = 0; day < 45; day++) {
      Fold change = new Fold();
      Stream<Signal> same = Stream.generate(() -> new Signal(Kind.VIEW, "p1", 1));
      change.count(NOON.plusSeconds(86_400L * day), same.limit(50 * Session.SIGNALS));
      whole.merge(change);
      state = FoldCodec.add(state, change);
    }
    assertThat(state).isEqualTo(FoldCodec.encode(whole));
    assertThat(FoldCodec.decode(state).sessions()).hasSize(Bound.EVENTS / 50);
  }

  @Test
  void subjectsOfOneLetterAreNoMoreThanOthers() {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < Bound.SUBJECTS + 300; i++) {
      signals.add(new Signal(Kind.VIEW, Character.toString(0x4E00 + i), 1));
    }
    Fold twice = new Fold();
    twice.count(NOON, signals.stream());
    twice.count(NOON.plus(Fold.GAP.multipliedBy(2)), signals.stream());
    Fold between = new Fold();
    between.count(NOON.plus(Fold.GAP), Stream.of(signals.get(0)));
    Fold whole = new Fold();
    whole.merge(twice);
    whole.merge(between);

    byte[] state = FoldCodec.add(FoldCodec.encode(twice), between);

    assertThat(state).isEqualTo(FoldCodec.encode(whole));
    assertThat(subjects(whole)).hasSize(Bound.SUBJECTS);
  }

  @Test
  void longSubjectsAreFewer() {
    Fold fold = new Fold();
    for (int i = 0; i < 1_000; i++) {
      fold.count(NOON, Stream.of(new Signal(Kind.SEARCH, "ü".repeat(490) + i, 1)));
    }
    Fold late = new Fold();
    for (int i = 0; i < 300; i++) {
      late.count(NOON, Stream.of(new Signal(Kind.SEARCH, "s" + i, 1)));
    }
    Fold whole = new Fold();
    whole.merge(fold);
    whole.merge(late);

    byte[] bytes = FoldCodec.encode(fold);

    assertThat(bytes.length).isLessThan(Bound.OCTETS);
    assertThat(subjects(fold)).hasSize(Bound.OCTETS / 990 + 1);
    assertThat(FoldCodec.add(bytes, late)).isEqualTo(FoldCodec.encode(whole));
  }

  @Test
  void whoWasThereAndWhenIsNeverLeftOut() {
    Fold fold = fold(history());
    fold.witness(NOON, "customer:known");
    long events = fold.sessions().stream().mapToLong(Session::events).sum();

    Fold bounded = FoldCodec.decode(FoldCodec.encode(fold));

    assertThat(bounded.sessions().stream().mapToLong(Session::events).sum()).isEqualTo(events);
    assertThat(bounded.sessions().stream().flatMap(session -> session.proofs().stream()))
        .containsExactly("customer:known");
  }

  /** Ten subjects an event, within many sessions, some of which become one. */
  private static List<Happened> history() {
    Random random = new Random(7);
    List<Happened> history = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      List<Signal> signals = new ArrayList<>();
      for (int place = 0; place < 10; place++) {
        int number = (10 * i + place) % MADE_UP;
        signals.add(new Signal(Kind.VIEW, (number % 2 == 0 ? "a" : "b") + number, 1));
      }
      history.add(new Happened(NOON.plusSeconds(random.nextInt(2_000_000)), signals));
    }
    return history;
  }

  private static Fold fold(List<Happened> history) {
    Fold fold = new Fold();
    history.forEach(happened -> fold.count(happened.at(), happened.signals().stream()));
    return fold;
  }

  private static Set<String> subjects(Fold fold) {
    Set<String> subjects = new HashSet<>();
    fold.sessions()
        .forEach(session -> session.tallies().keySet().forEach(any -> subjects.add(any.subject())));
    subjects.remove(Counted.MORE.subject());
    return subjects;
  }
}
