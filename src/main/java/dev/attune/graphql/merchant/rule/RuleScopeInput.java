package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.input.PageContextInput.Device;
import dev.attune.merchandising.rule.Surface;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where, for whom and when a rule holds. */
@Input("RuleScopeInput")
@Description("Where, for whom and when a rule holds; what is not said is no restriction.")
public class RuleScopeInput {
  public @Nullable List<@NonNull Surface> placements;

  @Description(
      "Handles. Pins and slots hold on pages of these and below; all else acts on products of these"
          + " and below.")
  public @Nullable List<@NonNull String> categories;

  @Description("Whole queries, in any case.")
  public @Nullable List<@NonNull String> queries;

  @Description("ISO 3166-1 alpha-2.")
  public @Nullable List<@NonNull String> markets;

  @DefaultValue("EVERYONE")
  public @Nullable HeroAudience audience;

  @Description("Whoever is in one of these segments.")
  @Id
  public @Nullable List<@NonNull String> segments;

  public @Nullable List<@NonNull Device> devices;

  @Description("Values of utm_campaign.")
  public @Nullable List<@NonNull String> campaigns;

  @Description("ISO 8601, with an offset or as it is in the time zone: 2026-11-27T00:00.")
  public @Nullable String startsAt;

  @Description("The first moment at which it holds no more, as startsAt.")
  public @Nullable String endsAt;

  @DefaultValue("UTC")
  @Description("Such as Europe/Berlin; for times without an offset, weekdays and hours.")
  public @Nullable String timeZone;

  public @Nullable List<@NonNull Weekday> weekdays;

  @Description("0 to 23.")
  public @Nullable Integer fromHour;

  @Description("1 to 24, the first hour at which it holds no more; may be over midnight.")
  public @Nullable Integer toHour;

  /** A day of the week. */
  public enum Weekday {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY
  }
}
