package dev.attune.merchandising.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void readsWeekdaysAndHoursInItsOwnTimeZone() {
    Schedule fridays = new Schedule(null, null, TOKYO, Set.of(DayOfWeek.FRIDAY), 8, 10);
    assertThat(fridays.covers(Instant.parse("2026-11-26T23:30:00Z"))).isTrue();
    assertThat(fridays.covers(Instant.parse("2026-11-27T08:30:00Z"))).isFalse();
    assertThat(fridays.covers(Instant.parse("2026-11-27T23:30:00Z"))).isFalse();
  }

  @Test
  void goesOnOverMidnight() {
    Schedule nights = new Schedule(null, null, ZoneId.of("UTC"), Set.of(), 22, 6);
    assertThat(nights.covers(Instant.parse("2026-11-26T23:00:00Z"))).isTrue();
    assertThat(nights.covers(Instant.parse("2026-11-26T05:59:00Z"))).isTrue();
    assertThat(nights.covers(Instant.parse("2026-11-26T06:00:00Z"))).isFalse();
  }

  @Test
  void countsANightToTheDayOnWhichItBegins() {
    Schedule fridayNights =
        new Schedule(null, null, ZoneId.of("UTC"), Set.of(DayOfWeek.FRIDAY), 22, 6);
    assertThat(fridayNights.covers(Instant.parse("2026-11-27T23:00:00Z"))).isTrue();
    assertThat(fridayNights.covers(Instant.parse("2026-11-28T05:00:00Z"))).isTrue();
    assertThat(fridayNights.covers(Instant.parse("2026-11-27T05:00:00Z"))).isFalse();
    assertThat(fridayNights.covers(Instant.parse("2026-11-28T23:00:00Z"))).isFalse();
  }

  @Test
  void keepsToTheClockOnTheWallWhereItIsSetForwardAndBack() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Schedule mornings = new Schedule(null, null, berlin, Set.of(), 8, 10);
    assertThat(mornings.covers(Instant.parse("2026-03-28T07:30:00Z"))).isTrue();
    assertThat(mornings.covers(Instant.parse("2026-03-29T07:30:00Z"))).isTrue();
    assertThat(mornings.covers(Instant.parse("2026-03-29T08:30:00Z"))).isFalse();
    assertThat(mornings.covers(Instant.parse("2026-10-25T07:30:00Z"))).isTrue();
    assertThat(mornings.covers(Instant.parse("2026-10-25T08:30:00Z"))).isTrue();
    Schedule nights = new Schedule(null, null, berlin, Set.of(DayOfWeek.SATURDAY), 22, 3);
    assertThat(nights.covers(Instant.parse("2026-10-25T00:30:00Z"))).as("2:30 first").isTrue();
    assertThat(nights.covers(Instant.parse("2026-10-25T01:30:00Z"))).as("2:30 again").isTrue();
    assertThat(nights.covers(Instant.parse("2026-10-25T02:00:00Z"))).as("3:00").isFalse();
    assertThat(nights.covers(Instant.parse("2026-03-29T00:59:00Z"))).as("1:59").isTrue();
    assertThat(nights.covers(Instant.parse("2026-03-29T01:00:00Z"))).as("3:00").isFalse();
  }

  @Test
  void beginsWithItsStartAndEndsBeforeItsEnd() {
    Instant start = Instant.parse("2026-11-26T00:00:00Z");
    Schedule day = new Schedule(start, start.plusSeconds(86_400), TOKYO, Set.of(), null, null);
    assertThat(day.covers(start)).isTrue();
    assertThat(day.covers(start.minusSeconds(1))).isFalse();
    assertThat(day.covers(start.plusSeconds(86_400))).isFalse();
    assertThat(day.mayMeet(Schedule.ALWAYS)).isTrue();
  }
}
