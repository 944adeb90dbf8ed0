package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.merchant.OfferInput;
import dev.attune.graphql.merchant.content.BadgeInput;
import dev.attune.graphql.merchant.rule.RuleInput;
import dev.attune.graphql.merchant.segment.SegmentInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a preview takes to be live. */
@Input("PreviewDraftsInput")
@Description(
    "What to take to be live: drafts that are saved and not published, and what is not"
        + " saved at all, in place of what has the same id.")
public class PreviewDraftsInput {
  @DefaultValue("false")
  @Description(
      "Every saved draft: of rules, badges, heroes, offers, collections, synonyms, redirects,"
          + " routines and segments.")
  public @Nullable Boolean saved;

  @Id
  @Description("The saved drafts of whatever has one of these ids.")
  public @Nullable List<@NonNull String> ids;

  @Description("Rules as they would be.")
  public @Nullable List<@NonNull RuleInput> rules;

  @Description("Heroes as they would be.")
  public @Nullable List<@NonNull HeroInput> heroes;

  @Description("Offers as they would be.")
  public @Nullable List<@NonNull OfferInput> offers;

  @Description("Badges as they would be.")
  public @Nullable List<@NonNull BadgeInput> badges;

  @Description("Segments as they would be.")
  public @Nullable List<@NonNull SegmentInput> segments;
}
