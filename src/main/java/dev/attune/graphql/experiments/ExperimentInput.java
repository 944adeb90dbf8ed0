package dev.attune.graphql.experiments;

import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An experiment as a merchant writes it, before it starts. */
@Input("ExperimentInput")
@SuppressWarnings("NullAway.Init")
public class ExperimentInput {
  @Id
  @NonNull
  @Description("Also the key of its flag: letters, digits, '-', '_' and '.'.")
  public String id;

  @NonNull public String title;

  @Description("TEST unless said otherwise; there is one HOLDOUT, whose control no test touches.")
  public @Nullable ExperimentKind kind;

  @NonNull public List<@NonNull ExperimentSurface> surfaces;

  @NonNull
  @Description("Control first, at least two.")
  public List<@NonNull ExperimentVariantInput> variants;

  @Description("Experiments of one layer share nobody; without one, a layer of its own.")
  public @Nullable ExperimentLayerInput layer;

  @Description("Countries, ISO 3166-1 alpha-2; without any, everywhere.")
  public @Nullable List<@NonNull String> markets;

  @Description(
      "Ids of segments: whoever is in one of them when first seen; without any, everybody.")
  public @Nullable List<@NonNull String> segments;

  @Description("Percent of its shoppers who take part, rising; [100] unless said otherwise.")
  public @Nullable List<@NonNull Double> ramp;

  @Description("What decides; REVENUE unless said otherwise.")
  public @Nullable ExperimentMetricName primaryMetric;

  @Description("ISO 4217; money in others does not count. The shop's own unless said otherwise.")
  public @Nullable String currency;

  @NonNull
  @Description("Of all variants together; intervals are narrowest there.")
  public Integer plannedShoppers;

  @Description("What happens within so many days of the first exposure counts; 7 unless said.")
  public @Nullable Integer windowDays;

  @Description("The least lift worth having, .02 for 2 %; 0 unless said otherwise.")
  public @Nullable Double worthwhileLift;

  @Description("By how much margin may fall, as a share of control's; .02 unless said otherwise.")
  public @Nullable Double marginTolerance;

  @Description("By how much the share of discount may rise; .01 unless said otherwise.")
  public @Nullable Double discountTolerance;

  /** What a variant does. */
  @Enum("ExperimentTreatment")
  public enum ExperimentTreatment {
    CONTROL,
    PERSONALIZED,
    TUNED;

    Treatment treatment() {
      return Treatment.valueOf(name());
    }
  }

  /** A part of the shop. */
  @Enum("ExperimentSurface")
  public enum ExperimentSurface {
    EVERYTHING,
    HERO,
    CATEGORY_ORDER,
    @Description("All rails, wherever they stand.")
    RAILS,
    HOME_FOR_YOU,
    HOME_TRENDING,
    HOME_RECENTLY_VIEWED,
    HOME_BUY_AGAIN,
    HOME_NEW_FOR_YOU,
    PRODUCT_SIMILAR,
    PRODUCT_COMPLEMENTARY,
    PRODUCT_BOUGHT_TOGETHER,
    CART_COMPLEMENTARY,
    CART_COMPLETE_THE_ROUTINE,
    CATEGORY_TOP,
    SEARCH_NO_RESULTS,
    EMAIL,
    OFFERS,
    CONTENT,
    CATEGORY,
    SEARCH,
    FEED,
    FLAG;

    Surface surface() {
      return Surface.valueOf(name());
    }
  }

  /** A test, or the one holdout. */
  @Enum("ExperimentKind")
  public enum ExperimentKind {
    TEST,
    HOLDOUT;

    Definition.Kind kind() {
      return Definition.Kind.valueOf(name());
    }
  }

  /** What is measured. */
  @Enum("ExperimentMetricName")
  public enum ExperimentMetricName {
    CONVERSION,
    REVENUE,
    ORDER_VALUE,
    MARGIN,
    UNITS,
    CART_ADDS,
    SEARCH_EXITS,
    DISCOUNT_SHARE,
    RETURNS,
    REPEAT_30,
    REPEAT_60,
    REPEAT_90;

    Yardstick yardstick() {
      return Yardstick.valueOf(name());
    }
  }

  /** One of the ways. */
  @Input("ExperimentVariantInput")
  @SuppressWarnings("NullAway.Init")
  public static class ExperimentVariantInput {
    @NonNull public String key;

    @Description("Its part of the sum of all weights, 1 to 10,000.")
    @NonNull
    public Integer weight;

    @NonNull public ExperimentTreatment treatment;

    @Description("For TUNED: features and their weights instead of the slots' own.")
    public @Nullable List<@NonNull ExperimentTuningInput> tuning;
  }

  /** A weight instead of a slot's own. */
  @Input("ExperimentTuningInput")
  @SuppressWarnings("NullAway.Init")
  public static class ExperimentTuningInput {
    @NonNull public String feature;
    @NonNull public Double weight;
  }

  /** A part of a layer. */
  @Input("ExperimentLayerInput")
  @SuppressWarnings("NullAway.Init")
  public static class ExperimentLayerInput {
    @NonNull public String name;

    @NonNull
    @Description("Percent, from 0.")
    public Double from;

    @NonNull
    @Description("Percent, to 100.")
    public Double to;
  }
}
