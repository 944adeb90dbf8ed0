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
import org.junit.jupiter.api.Test;

/** Somebody who makes up subjects, a third more of them than a fold tells apart. */
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
    return subjects;
  }
}
