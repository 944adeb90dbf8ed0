package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.rule.RuleScopeInput.Weekday;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where, for whom and when content is shown. */
@Input("ContentScopeInput")
@Description("Where, for whom and when content is shown; what is not said is no restriction.")
public class ContentScopeInput {
  @Description("ISO 3166-1 alpha-2.")
  public @Nullable List<@NonNull String> markets;

  @Description("BCP 47: de is for all German pages, de-AT for Austrian ones.")
  public @Nullable List<@NonNull String> locales;

  @Description("Whoever is in one of these segments.")
  @Id
  public @Nullable List<@NonNull String> segments;

  @Description("ISO 8601, with an offset or as it is in the time zone: 2026-11-27T00:00.")
  public @Nullable String startsAt;

  @Description("The first moment at which it is shown no more, as startsAt.")
  public @Nullable String endsAt;

  @DefaultValue("UTC")
  @Description("Such as Europe/Berlin; for times without an offset, weekdays and hours.")
  public @Nullable String timeZone;

  public @Nullable List<@NonNull Weekday> weekdays;

  @Description("0 to 23.")
  public @Nullable Integer fromHour;

  @Description("1 to 24, the first hour at which it is shown no more; may be over midnight.")
  public @Nullable Integer toHour;
}
