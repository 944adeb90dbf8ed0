package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.rule.Schedule;
import dev.attune.merchandising.rule.Scope;
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

/** Reads what a merchant wrote about where and when; what cannot be read names its field. */
final class ScopeReading {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private ScopeReading() {}

  static Scope scope(@Nullable RuleScopeInput input) {
    if (input == null) {
      return Scope.EVERYWHERE;
    }
    return new Scope(
        input.placements == null ? Set.of() : Set.copyOf(input.placements),
        set(input.categories),
        set(input.queries),
        markets(set(input.markets)),
        input.audience == null ? Audience.EVERYONE : Audience.valueOf(input.audience.name()),
        set(input.segments),
        input.devices == null
            ? Set.of()
            : input.devices.stream().map(Enum::name).collect(Collectors.toSet()),
        set(input.campaigns),
        schedule(input));
  }

  private static Schedule schedule(RuleScopeInput input) {
    ZoneId zone = zone(input.timeZone == null ? "UTC" : input.timeZone);
    return new Schedule(
        time("rule.scope.startsAt", input.startsAt, zone),
        time("rule.scope.endsAt", input.endsAt, zone),
        zone,
        input.weekdays == null
            ? Set.of()
            : input.weekdays.stream()
                .map(day -> DayOfWeek.valueOf(day.name()))
                .collect(Collectors.toSet()),
        input.fromHour,
        input.toHour);
  }

  private static Set<String> markets(Set<String> codes) {
    Set<String> markets =
        codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    for (String market : markets) {
      Merchants.require(
          COUNTRIES.contains(market),
          "rule.scope.markets",
          "'" + market + "' is no ISO 3166-1 alpha-2 country");
    }
    return markets;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "rule.scope.timeZone", "'" + name + "' is no time zone");
    }
  }

  private static @Nullable Instant time(String field, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP,
          field,
          "'" + text + "' is no ISO 8601 time, such as 2026-11-27T00:00");
    }
  }

  static Set<String> set(@Nullable List<String> list) {
    return list == null ? Set.of() : Set.copyOf(list);
  }
}
