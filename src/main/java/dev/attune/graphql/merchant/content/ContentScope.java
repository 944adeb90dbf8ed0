package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.Moments;
import dev.attune.graphql.merchant.rule.RuleScopeInput.Weekday;
import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.rule.Schedule;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where, for whom and when content is shown; an empty list is no restriction. */
public record ContentScope(
    @NonNull List<@NonNull String> markets,
    @NonNull List<@NonNull String> locales,
    @Id @NonNull List<@NonNull String> segments,
    @Nullable OffsetDateTime startsAt,
    @Nullable OffsetDateTime endsAt,
    @NonNull String timeZone,
    @NonNull List<@NonNull Weekday> weekdays,
    @Nullable Integer fromHour,
    @Nullable Integer toHour) {
  public static ContentScope of(Aim aim) {
    Schedule schedule = aim.schedule();
    return new ContentScope(
        Moments.sorted(aim.markets()),
        Moments.sorted(aim.locales()),
        Moments.sorted(aim.segments()),
        Moments.start(schedule),
        Moments.end(schedule),
        schedule.zone().getId(),
        Moments.weekdays(schedule).stream().map(Weekday::valueOf).toList(),
        schedule.fromHour(),
        schedule.toHour());
  }
}
