package dev.attune.merchandising.rule;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something holds.
 *
 * @param startsAt the first instant, null for always so far
 * @param endsAt the first instant at which it holds no more, null for ever
 * @param zone where weekdays and hours are read
 * @param weekdays on which it holds, empty for all; a night belongs to the day on which it begins
 * @param fromHour of the day, 0 to 23, null for the whole day
 * @param toHour the first hour at which it holds no more, 1 to 24; before {@code fromHour} it goes
 *     on over midnight
 */
public record Schedule(
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    ZoneId zone,
    Set<DayOfWeek> weekdays,
    @Nullable Integer fromHour,
    @Nullable Integer toHour) {
  public static final Schedule ALWAYS =
      new Schedule(null, null, ZoneId.of("UTC"), Set.of(), null, null);

  public Schedule {
    requireNonNull(zone, "zone");
    weekdays = Set.copyOf(weekdays);
  }

  public boolean covers(Instant now) {
    if ((startsAt != null && now.isBefore(startsAt)) || (endsAt != null && !now.isBefore(endsAt))) {
      return false;
    }
    if (weekdays.isEmpty() && (fromHour == null || toHour == null)) {
      return true;
    }
    ZonedDateTime there = now.atZone(zone);
    if (fromHour == null || toHour == null) {
      return weekdays.contains(there.getDayOfWeek());
    }
    boolean late = toHour < fromHour && there.getHour() < toHour;
    DayOfWeek day = late ? there.getDayOfWeek().minus(1) : there.getDayOfWeek();
    return (weekdays.isEmpty() || weekdays.contains(day))
        && hour(there.getHour(), fromHour, toHour);
  }

  /** The same weekdays and hours without a beginning and an end. */
  public Schedule everyWeek() {
    return new Schedule(null, null, zone, weekdays, fromHour, toHour);
  }

  /**
   * What makes no sense in it.
   *
   * @param part its name, {@code endsAt}
   */
  public record Flaw(String part, String why) {}

  /** What makes no sense in it first, empty where all does. */
  public Optional<Flaw> flaw() {
    if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
      return Optional.of(new Flaw("endsAt", "A schedule ends after it starts"));
    }
    if (fromHour == null || toHour == null) {
      return Optional.of(new Flaw("toHour", "Hours have a beginning and an end"))
          .filter(flaw -> fromHour != null || toHour != null);
    }
    if (fromHour < 0 || fromHour > 23) {
      return Optional.of(new Flaw("fromHour", "An hour begins at 0 to 23"));
    }
    return Optional.of(new Flaw("toHour", "Hours end at 1 to 24, and not where they begin"))
        .filter(flaw -> toHour < 1 || toHour > 24 || toHour.equals(fromHour));
  }

  /** Whether there may be an instant at which both hold; weekdays and hours are not compared. */
  boolean mayMeet(Schedule other) {
    return before(startsAt, other.endsAt) && before(other.startsAt, endsAt);
  }

  private static boolean hour(int hour, int from, int to) {
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  }

  private static boolean before(@Nullable Instant start, @Nullable Instant end) {
    return start == null || end == null || start.isBefore(end);
  }
}
