package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.schema.Decimal;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A rule as a merchant writes it. */
@Input("RuleInput")
@Description(
    "Exactly one of pin, fill, hide, limit, boost, bury and weigh says what the rule does.")
@SuppressWarnings("NullAway.Init")
public class RuleInput {
  @Id @NonNull public String id;
  @NonNull public String title;

  @Description("Puts the subjects at a position and those behind it.")
  public @Nullable PinInput pin;

  @Description("Reserves a position for the best of a collection.")
  public @Nullable FillInput fill;

  @Description("true takes out what the rule matches.")
  public @Nullable Boolean hide;

  @Description("Shows at most so many of what the rule matches; in listings the rest moves back.")
  public @Nullable LimitInput limit;

  @Description("Multiplies the score of what the rule matches.")
  public @Nullable FactorInput boost;

  @Description("Divides the score of what the rule matches.")
  public @Nullable FactorInput bury;

  @Description("Lets the shop's own interest count.")
  public @Nullable WeighInput weigh;

  @Description("Global ids of products, categories, heroes or offers, in the merchant's order.")
  @Id
  public @Nullable List<@NonNull String> subjects;

  @Description("CEL over product.* and shopper.*, such as product.margin < 0.1.")
  public @Nullable String condition;

  @DefaultValue("50")
  @Description("0 to 100: of two rules that want the same place the higher one gets it.")
  public @Nullable Integer priority;

  public @Nullable RuleScopeInput scope;

  /** A position. */
  @Input("PinInput")
  public static class PinInput {
    public int position;
  }

  /** A position and who may fill it. */
  @Input("FillInput")
  @SuppressWarnings("NullAway.Init")
  public static class FillInput {
    public int position;

    @Id
    @NonNull
    @Description("A collection's id.")
    public String collection;
  }

  /** How many of what. */
  @Input("LimitInput")
  public static class LimitInput {
    public int most;

    @DefaultValue("RULE")
    public @Nullable LimitPer per;
  }

  /** What a limit counts together. */
  public enum LimitPer {
    BRAND,
    CATEGORY,
    RULE
  }

  /** A factor above 1. */
  @Input("FactorInput")
  @SuppressWarnings("NullAway.Init")
  public static class FactorInput {
    @NonNull
    @Description("Above 1, at most 100.")
    public Decimal factor;
  }

  /** What a whole 1 of each adds to a score, -1 to 1. */
  @Input("WeighInput")
  public static class WeighInput {
    public @Nullable Decimal margin;

    public @Nullable Decimal stockCover;

    public @Nullable Decimal newness;

    public @Nullable Decimal sellThrough;
  }
}
