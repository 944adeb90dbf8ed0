package dev.attune.graphql.merchant;

import dev.attune.merchandising.rule.Schedule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads where and when from what a merchant wrote, and shows it to them again; what cannot be read
 * names its field.
 */
public final class Moments {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Moments() {}

  /**
   * When something holds, as a merchant writes it.
   *
   * @param zone null for UTC
   * @param weekdays names of {@link DayOfWeek}; null for all
   */
  public record When(
      @Nullable String startsAt,
      @Nullable String endsAt,
      @Nullable String zone,
      @Nullable List<String> weekdays,
      @Nullable Integer fromHour,
      @Nullable Integer toHour) {}

  /**
   * A schedule, whether or not it makes sense.
   *
   * @param field what the sender calls its scope, {@code hero.scope}
   */
  public static Schedule schedule(String field, When written) {
    ZoneId zone = zone(field + ".timeZone", written.zone == null ? "UTC" : written.zone);
    return new Schedule(
        time(field + ".startsAt", written.startsAt, zone),
        time(field + ".endsAt", written.endsAt, zone),
        zone,
        written.weekdays == null
            ? Set.of()
            : written.weekdays.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        written.fromHour,
        written.toHour);
  }

  /** When it begins, as it is in its time zone; null for always so far. */
  public static @Nullable OffsetDateTime start(Schedule schedule) {
    return time(schedule.startsAt(), schedule);
  }

  /** When it ends, likewise; null for never. */
  public static @Nullable OffsetDateTime end(Schedule schedule) {
    return time(schedule.endsAt(), schedule);
  }

  /** Its weekdays by name, from Monday on. */
  public static List<String> weekdays(Schedule schedule) {
    return sorted(schedule.weekdays()).stream().map(Enum::name).toList();
  }

  /** In the one order in which sets are shown. */
  public static <T extends Comparable<T>> List<T> sorted(Set<T> set) {
    return set.stream().sorted().toList();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant time, Schedule schedule) {
    return time == null ? null : time.atZone(schedule.zone()).toOffsetDateTime();
  }

  /** Countries, ISO 3166-1 alpha-2 in any case; none of null. */
  public static Set<String> markets(String field, @Nullable List<String> codes) {
    if (codes == null) {
      return Set.of();
    }
    Set<String> markets =
        codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    for (String market : markets) {
      Merchants.require(
          COUNTRIES.contains(market), field, "'" + market + "' is no ISO 3166-1 alpha-2 country");
    }
    return markets;
  }

  private static ZoneId zone(String field, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, "'" + name + "' is no time zone");
    }
  }

  /** A time with an offset, or as it is in a time zone; null of null. */
  private static @Nullable Instant time(String field, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      Instant time =
          text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant();
      return Typed.time(field, time, text);
    } catch (DateTimeException unreadable) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP,
          field,
          "'" + text + "' is no ISO 8601 time, such as 2026-11-27T00:00");
    }
  }
}
