package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.rule.RuleScopeInput.Weekday;
import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.rule.Schedule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
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
        sorted(aim.markets()),
        sorted(aim.locales()),
        sorted(aim.segments()),
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
