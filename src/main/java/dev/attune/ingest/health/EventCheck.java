package dev.attune.ingest.health;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges what was counted and what has no counterpart; pure. */
final class EventCheck {
  /** Without these there is nothing to learn from. */
  private static final List<EventType> ESSENTIAL =
      List.of(
          EventType.PRODUCT_VIEWED,
          EventType.CART_ADDED,
          EventType.ORDER_COMPLETED,
          EventType.SEARCHED);

  private final List<EventCount> counts;
  private final Instant now;
  private final LocalDate today;
  private final List<EventFinding> findings = new ArrayList<>();
  private final Map<EventType, Instant> quiet = new EnumMap<>(EventType.class);

  private EventCheck(List<EventCount> counts, Instant now) {
    this.counts = counts;
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /**
   * @param counts of the last {@link HealthThresholds#DAYS} days
   * @param refused how many events were refused within a day
   */
  static EventHealth of(
      List<EventCount> counts, Journeys.Found journeys, long refused, Instant now) {
    return new EventCheck(counts, now).judge(journeys, refused);
  }

  private EventHealth judge(Journeys.Found journeys, long refused) {
    Map<EventType, List<EventCount>> byType = new TreeMap<>();
    Map<String, List<EventCount>> bySource = new TreeMap<>();
    for (EventCount count : counts) {
      byType.computeIfAbsent(count.key().type(), any -> new ArrayList<>()).add(count);
      bySource.computeIfAbsent(count.key().source(), any -> new ArrayList<>()).add(count);
    }
    byType.forEach(this::type);
    bySource.forEach((source, of) -> source(source, of, bySource));
    missing(byType.keySet());
    counterparts(journeys);
    if (refused >= HealthThresholds.ENOUGH) {
      find(EventCode.REFUSED, "events", refused, refused, refused, "a day");
    }
    findings.sort(Comparator.comparing(EventFinding::code).thenComparing(EventFinding::subject));
    return new EventHealth(now, volumes(), types(byType), findings, new EventGates(quiet));
  }

  private void type(EventType type, List<EventCount> of) {
    List<EventCount> live = live(of);
    Instant last = last(live);
    if (goneQuiet(live)) {
      quiet.put(type, last);
      find(EventCode.TYPE_GONE_QUIET, type.name(), 0, accepted(live), type, since(last));
    }
    Delays delays = delays(live);
    Duration slow = delays.within(.95);
    if (delays.total() >= HealthThresholds.ENOUGH && slow.compareTo(HealthThresholds.LATE) > 0) {
      find(EventCode.LATE, type.name(), delays.total() / 20, delays.total(), type, words(slow));
    }
  }

  private void source(String source, List<EventCount> of, Map<String, List<EventCount>> bySource) {
    List<EventCount> live = live(of);
    if (live.isEmpty()) {
      return;
    }
    if (goneQuiet(live) && !among(bySource.get(Sources.others(source)), last(live))) {
      find(EventCode.SOURCE_GONE_QUIET, source, 0, accepted(live), source, since(last(live)));
    }
    long accepted = accepted(live);
    long duplicates = live.stream().mapToLong(EventCount::duplicates).sum();
    often(EventCode.SENT_TWICE, source, duplicates, accepted + duplicates);
    long clamped = live.stream().mapToLong(EventCount::clamped).sum();
    often(EventCode.FROM_THE_FUTURE, source, clamped, accepted);
    long uncorrected = live.stream().mapToLong(EventCount::uncorrected).sum();
    often(EventCode.CLOCK_UNREADABLE, source, uncorrected, accepted);
  }

  /** What is no longer told apart goes on among the others, and is not missed while those come. */
  private static boolean among(@Nullable List<EventCount> others, Instant last) {
    return others != null && last(others).isAfter(last);
  }

  private void often(EventCode code, String source, long affected, long of) {
    if (affected >= HealthThresholds.ENOUGH && affected > of * HealthThresholds.OFTEN) {
      find(code, source, affected, of, percent(affected, of), source);
    }
  }

  /** It came on most of the days before, and then stopped for longer than its rhythm explains. */
  private boolean goneQuiet(List<EventCount> live) {
    Instant last = last(live);
    LocalDate lastDay = LocalDate.ofInstant(last, ZoneOffset.UTC);
    Set<LocalDate> days = new HashSet<>();
    long before = 0;
    for (EventCount count : live) {
      if (count.accepted() > 0 && count.key().day().isBefore(lastDay)) {
        days.add(count.key().day());
        before += count.accepted();
      }
    }
    if (days.size() < HealthThresholds.REGULAR_DAYS) {
      return false;
    }
    boolean busy = before / days.size() >= HealthThresholds.BUSY;
    Duration patience = busy ? HealthThresholds.QUIET_WHEN_BUSY : HealthThresholds.QUIET;
    return Duration.between(last, now).compareTo(patience) > 0;
  }

  private void missing(Set<EventType> sent) {
    if (accepted(counts) < HealthThresholds.ENOUGH) {
      return;
    }
    ESSENTIAL.stream()
        .filter(type -> !sent.contains(type))
        .forEach(
            type ->
                find(
                    EventCode.NEVER_SENT,
                    type.name(),
                    0,
                    0,
                    type,
                    HealthThresholds.DAYS + " days"));
  }

  private void counterparts(Journeys.Found found) {
    long views = found.views();
    if (views >= HealthThresholds.ENOUGH
        && found.unknownViews() > views * HealthThresholds.UNKNOWN) {
      String share = percent(found.unknownViews(), views);
      find(
          EventCode.UNKNOWN_PRODUCTS,
          "views",
          found.unknownViews(),
          views,
          share,
          found.unknownProduct());
    }
    unprepared(EventCode.ORDERS_WITHOUT_VIEWS, found.unseen(), found.orders());
    unprepared(EventCode.PURCHASES_WITHOUT_CART, found.uncarted(), found.orders());
  }

  private void unprepared(EventCode code, long affected, long of) {
    if (of >= HealthThresholds.ENOUGH_ORDERS && affected > of * HealthThresholds.UNPREPARED) {
      find(code, "orders", affected, of, percent(affected, of), affected + " of " + of);
    }
  }

  private void find(
      EventCode code, String subject, long affected, long of, Object what, Object measure) {
    findings.add(new EventFinding(code, subject, affected, of, code.sentence(what, measure)));
  }

  private List<EventHealth.Volume> volumes() {
    record Day(EventType type, LocalDate day) {}
    Map<Day, Long> sums = new TreeMap<>(Comparator.comparing(Day::type).thenComparing(Day::day));
    for (EventCount count : counts) {
      if (count.accepted() > 0 && !count.key().day().isAfter(today)) {
        sums.merge(new Day(count.key().type(), count.key().day()), count.accepted(), Long::sum);
      }
    }
    return sums.entrySet().stream()
        .map(sum -> new EventHealth.Volume(sum.getKey().type, sum.getKey().day, sum.getValue()))
        .toList();
  }

  private static List<EventHealth.TypeHealth> types(Map<EventType, List<EventCount>> byType) {
    Function<Map.Entry<EventType, List<EventCount>>, EventHealth.TypeHealth> health =
        entry -> {
          List<EventCount> of = entry.getValue();
          return new EventHealth.TypeHealth(
              entry.getKey(),
              accepted(of),
              of.stream().mapToLong(EventCount::duplicates).sum(),
              delays(of),
              last(of));
        };
    return byType.entrySet().stream().map(health).toList();
  }

  private static List<EventCount> live(List<EventCount> of) {
    return of.stream().filter(one -> !one.key().source().equals(Delivery.HISTORY)).toList();
  }

  private static long accepted(List<EventCount> of) {
    return of.stream().mapToLong(EventCount::accepted).sum();
  }

  private static Delays delays(List<EventCount> of) {
    return of.stream().map(EventCount::delays).reduce(Delays.NONE, Delays::plus);
  }

  private static Instant last(List<EventCount> of) {
    return of.stream()
        .map(EventCount::lastReceived)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private String since(Instant last) {
    return words(Duration.between(last, now));
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48) {
      return time.toDays() + " days";
    }
    return time.toMinutes() >= 120 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%d %%", Math.round(100.0 * part / whole));
  }
}
