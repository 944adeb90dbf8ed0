package dev.attune.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheredTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final List<String> told = new ArrayList<>();
  private final List<LoggedEvent> events = new ArrayList<>();

  @Test
  void tellsOwnerByOwnerInTheOrderOfTimeAndPlaceHoweverEventsCome() {
    for (int owner = 0; owner < 3_000; owner++) {
      for (int n = 0; n < 12 + owner % 40; n++) {
        Instant at = NOON.plusSeconds(n % 5).plusNanos(1_000L * (n % 3)).minusSeconds(owner);
        events.add(new LoggedEvent("o" + owner, at, 7 * n - 100, List.of(view(n), view(n + 1))));
      }
    }
    List<LoggedEvent> sorted = new ArrayList<>(events);
    sorted.sort(
        Comparator.comparing(LoggedEvent::owner)
            .thenComparing(LoggedEvent::happenedAt)
            .thenComparing(LoggedEvent::place));
    List<String> expected = new ArrayList<>();
    for (LoggedEvent event : sorted) {
      event.signals().forEach(signal -> expected.add(line(event.owner(), event, signal)));
    }
    Collections.shuffle(events, new Random(5));

    assertThat(gathered().size()).isEqualTo(expected.size()).isGreaterThan(100_000);
    assertThat(tell(gathered())).isEqualTo(events.size());

    told.sort(Comparator.comparing(line -> line.substring(0, line.indexOf(' '))));
    assertThat(told).isEqualTo(expected);
  }

  @Test
  void tellsOfAnOrderThatCameTwiceOnceTheFirstTimeItHappened() {
    events.add(order("ann", 60, "A1", 3));
    events.add(order("ann", 10, "A1", 2));
    events.add(order("ann", 20, "A2", 4));
    events.add(order("ben", 90, "A1", 5));
    assertThat(tell(gathered())).isEqualTo(3);
    assertThat(told)
        .containsExactly(
            line("ann", events.get(1), view(2)),
            line("ann", events.get(2), view(4)),
            line("ben", events.get(3), view(5)));
  }

  @Test
  void anOrderIsAnEventOfItsOwnBesideOthersOfTheSameInstantAndPlace() {
    events.add(new LoggedEvent("ann", NOON, List.of(view(1))));
    events.add(order("ann", 0, "A1", 2));
    events.add(order("ann", 0, "A1", 3));
    assertThat(tell(gathered())).isEqualTo(2);
    assertThat(told).hasSize(2);
  }

  @Test
  void letsGoOfAllButSomeOwners() {
    for (int owner = 0; owner < 40_000; owner++) {
      events.add(new LoggedEvent("o" + owner, NOON, List.of(view(owner))));
    }
    Gathered gathered = gathered();
    gathered.keep(owner -> gathered.hashOf(owner) == "o39999".hashCode());
    gathered.begin(events.get(5));
    gathered.add(1, 8);
    assertThat(gathered.size()).isEqualTo(2);
    tell(gathered);
    assertThat(told)
        .containsExactlyInAnyOrder(
            line("o39999", events.get(39_999), view(39_999)), line("o5", events.get(5), view(8)));
  }

  @Test
  void keepsTimesBefore1970AndAfterADecade() {
    events.add(new LoggedEvent("ann", Instant.parse("1969-12-31T23:59:59.999999Z"), List.of()));
    events.add(new LoggedEvent("ann", Instant.parse("2068-01-01T00:00:00.000001Z"), List.of()));
    assertThat(Gathered.micros(events.get(0).happenedAt())).isEqualTo(-1);
    Gathered gathered = new Gathered();
    for (LoggedEvent event : events) {
      gathered.begin(event);
      gathered.add(15, -7);
    }
    tell(gathered);
    assertThat(told).containsExactly("ann -1 15 -7", "ann 3092601600000001 15 -7");
  }

  @Test
  void refusesAKindThatItCannotKeep() {
    assertThatThrownBy(() -> new Gathered().add(16, 1)).hasMessageContaining("16");
    assertThatThrownBy(() -> new Gathered().add(0, 1)).hasMessageContaining("0");
  }

  private Gathered gathered() {
    Gathered gathered = new Gathered();
    for (LoggedEvent event : events) {
      gathered.begin(event);
      event.signals().stream()
          .filter(signal -> signal.kind() == Kind.VIEW)
          .forEach(signal -> gathered.add(1, Integer.parseInt(signal.subject())));
    }
    return gathered;
  }

  private long tell(Gathered gathered) {
    told.clear();
    Map<Integer, String> names = new HashMap<>();
    events.forEach(event -> names.put(event.owner().hashCode(), event.owner()));
    return gathered.tell(
        new Gathered.Listener() {
          private String owner = "";
          private long at;

          @Override
          public void owner(int number) {
            owner = String.valueOf(names.get(gathered.hashOf(number)));
          }

          @Override
          public void event(long micros) {
            at = micros;
          }

          @Override
          public void row(int kind, int value) {
            told.add(owner + " " + at + " " + kind + " " + value);
          }
        });
  }

  private static String line(String owner, LoggedEvent event, Signal view) {
    return owner + " " + Gathered.micros(event.happenedAt()) + " 1 " + view.subject();
  }

  private static Signal view(int product) {
    return new Signal(Kind.VIEW, Integer.toString(product), 1);
  }

  private static LoggedEvent order(String owner, int second, String id, int product) {
    return new LoggedEvent(
        owner, NOON.plusSeconds(second), List.of(new Signal(Kind.ORDER, id, 1), view(product)));
  }
}
