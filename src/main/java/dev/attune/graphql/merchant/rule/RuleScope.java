package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.merchant.rule.RuleScopeInput.Weekday;
import dev.attune.merchandising.rule.Schedule;
import dev.attune.merchandising.rule.Scope;
import dev.attune.merchandising.rule.Surface;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where, for whom and when a rule holds; an empty list is no restriction. */
public record RuleScope(
    @NonNull List<@NonNull Surface> placements,
    @NonNull List<@NonNull String> categories,
    @NonNull List<@NonNull String> queries,
    @NonNull List<@NonNull String> markets,
    @NonNull HeroAudience audience,
    @Id @NonNull List<@NonNull String> segments,
    @NonNull List<@NonNull String> devices,
    @NonNull List<@NonNull String> campaigns,
    @Nullable OffsetDateTime startsAt,
    @Nullable OffsetDateTime endsAt,
    @NonNull String timeZone,
    @NonNull List<@NonNull Weekday> weekdays,
    @Nullable Integer fromHour,
    @Nullable Integer toHour) {
  static RuleScope of(Scope scope) {
    Schedule schedule = scope.schedule();
    return new RuleScope(
        sorted(scope.surfaces()),
        sorted(scope.categories()),
        sorted(scope.queries()),
        sorted(scope.markets()),
        HeroAudience.valueOf(scope.audience().name()),
        sorted(scope.segments()),
        sorted(scope.devices()),
        sorted(scope.campaigns()),
        time(schedule.startsAt(), schedule),
        time(schedule.endsAt(), schedule),
        schedule.zone().getId(),
        sorted(schedule.weekdays()).stream().map(day -> Weekday.valueOf(day.name())).toList(),
        schedule.fromHour(),
        schedule.toHour());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant time, Schedule schedule) {
    return time == null ? null : time.atZone(schedule.zone()).toOffsetDateTime();
  }

  private static <T extends Comparable<T>> List<T> sorted(Set<T> set) {
    return set.stream().sorted().toList();
  }
}
