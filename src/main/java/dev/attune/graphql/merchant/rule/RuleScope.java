package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.merchant.Moments;
import dev.attune.graphql.merchant.rule.RuleScopeInput.Weekday;
import dev.attune.merchandising.rule.Schedule;
import dev.attune.merchandising.rule.Scope;
import dev.attune.merchandising.rule.Surface;
import java.time.OffsetDateTime;
import java.util.List;
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
        Moments.sorted(scope.surfaces()),
        Moments.sorted(scope.categories()),
        Moments.sorted(scope.queries()),
        Moments.sorted(scope.markets()),
        HeroAudience.valueOf(scope.audience().name()),
        Moments.sorted(scope.segments()),
        Moments.sorted(scope.devices()),
        Moments.sorted(scope.campaigns()),
        Moments.start(schedule),
        Moments.end(schedule),
        schedule.zone().getId(),
        Moments.weekdays(schedule).stream().map(Weekday::valueOf).toList(),
        schedule.fromHour(),
        schedule.toHour());
  }
}
