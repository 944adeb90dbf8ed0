package dev.attune.graphql.experiments;

import static dev.attune.graphql.merchant.Merchants.require;

import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Yardstick;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentSurface;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentTuningInput;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentVariantInput;
import dev.attune.graphql.merchant.Moments;
import dev.attune.graphql.merchant.Typed;
import dev.attune.platform.money.Money;
import dev.attune.record.Feature;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a merchant wrote; everything that is wrong is refused with its field. */
final class ExperimentReading {
  private static final int HUNDREDTHS = 100;
  private static final int LONGEST = 100;
  private static final Set<String> FEATURES =
      Stream.of(Feature.values()).map(Feature::name).collect(Collectors.toSet());

  private ExperimentReading() {}

  static Definition draft(ExperimentInput input, String shopCurrency) {
    require(
        input.id.matches("[A-Za-z0-9_.-]{1,100}"),
        "experiment.id",
        "An id has 1 to 100 letters, digits, '-', '_' and '.'");
    return new Definition(
        input.id,
        Typed.title("experiment.title", input.title),
        scope(input),
        arms(input),
        measuring(input, shopCurrency),
        new Definition.Costs(0, 0),
        new Definition.Life(
            Definition.State.DRAFT, new Ramp(steps(input.ramp), 0), null, null, null, null),
        0);
  }

  private static Definition.Scope scope(ExperimentInput input) {
    require(!input.surfaces.isEmpty(), "experiment.surfaces", "An experiment is somewhere");
    List<Surface> surfaces = input.surfaces.stream().map(ExperimentSurface::surface).toList();
    Definition.Kind kind = input.kind == null ? Definition.Kind.TEST : input.kind.kind();
    require(
        kind == Definition.Kind.TEST
            || (surfaces.contains(Surface.EVERYTHING)
                && input.layer == null
                && input.markets == null
                && input.segments == null
                && input.ramp == null),
        "experiment.kind",
        "The holdout is of EVERYTHING, without layer, markets, segments and ramp");
    List<String> markets = Moments.sorted(Moments.markets("experiment.markets", input.markets));
    List<String> segments = input.segments == null ? List.of() : input.segments;
    return new Definition.Scope(kind, surfaces, layer(input), buckets(input), markets, segments);
  }

  private static String layer(ExperimentInput input) {
    return input.layer == null
        ? "of " + input.id
        : Typed.line("experiment.layer.name", input.layer.name, LONGEST);
  }

  private static BucketRange buckets(ExperimentInput input) {
    if (input.layer == null) {
      return new BucketRange(0, HUNDREDTHS * HUNDREDTHS);
    }
    double from = input.layer.from;
    double to = input.layer.to;
    require(
        from >= 0 && to > from && to <= 100,
        "experiment.layer",
        "A layer has percents that rise from 0 to 100");
    return new BucketRange(buckets(from), buckets(to));
  }

  private static int buckets(double percent) {
    return (int) Math.round(percent * HUNDREDTHS);
  }

  private static List<Integer> steps(@Nullable List<Double> ramp) {
    List<Double> percents = ramp == null ? List.of(100.0) : ramp;
    List<Integer> steps = new ArrayList<>();
    int before = 0;
    for (double percent : percents) {
      int step = percent > 0 && percent <= 100 ? buckets(percent) : 0;
      require(step > before, "experiment.ramp", "A ramp rises in percents up to 100");
      steps.add(step);
      before = step;
    }
    require(!steps.isEmpty(), "experiment.ramp", "A ramp has at least one step");
    return steps;
  }

  private static List<Arm> arms(ExperimentInput input) {
    Set<String> keys = new HashSet<>();
    require(
        input.variants.size() >= 2 && input.variants.size() <= 20,
        "experiment.variants",
        "An experiment has 2 to 20 variants, control first");
    for (ExperimentVariantInput variant : input.variants) {
      require(
          keys.add(Typed.line("experiment.variants.key", variant.key, LONGEST)),
          "experiment.variants.key",
          "Each variant has a key of its own");
      require(
          variant.weight >= 1 && variant.weight <= 10_000,
          "experiment.variants.weight",
          "A weight is 1 to 10000");
    }
    return input.variants.stream().map(ExperimentReading::arm).toList();
  }

  private static Arm arm(ExperimentVariantInput variant) {
    List<ExperimentTuningInput> tuning = variant.tuning == null ? List.of() : variant.tuning;
    Treatment treatment = variant.treatment.treatment();
    require(
        (treatment == Treatment.TUNED) != tuning.isEmpty(),
        "experiment.variants.tuning",
        "A TUNED variant names weights, and only that");
    Map<String, Double> weights = new HashMap<>();
    for (ExperimentTuningInput one : tuning) {
      require(
          FEATURES.contains(one.feature),
          "experiment.variants.tuning.feature",
          "'" + one.feature + "' is no feature");
      require(
          Double.isFinite(one.weight) && Math.abs(one.weight) <= 1000,
          "experiment.variants.tuning.weight",
          "A weight is a number from -1000 to 1000");
      weights.put(one.feature, one.weight);
    }
    return new Arm(variant.key, variant.weight, treatment, weights);
  }

  private static Definition.Measuring measuring(ExperimentInput input, String shopCurrency) {
    String said = input.currency == null ? shopCurrency : input.currency;
    Optional<Currency> currency = Money.currency(said);
    int window = input.windowDays == null ? 7 : input.windowDays;
    double margin = input.marginTolerance == null ? .02 : input.marginTolerance;
    double discount = input.discountTolerance == null ? .01 : input.discountTolerance;
    double worthwhile = input.worthwhileLift == null ? 0 : input.worthwhileLift;
    require(currency.isPresent(), "experiment.currency", "'" + said + "' is no ISO 4217 currency");
    require(
        input.plannedShoppers >= input.variants.size(),
        "experiment.plannedShoppers",
        "Each variant needs a shopper");
    require(window >= 1 && window <= 90, "experiment.windowDays", "A window is 1 to 90 days");
    require(margin >= 0 && margin < 1, "experiment.marginTolerance", "A tolerance is 0 to 1");
    require(discount >= 0 && discount < 1, "experiment.discountTolerance", "A tolerance is 0 to 1");
    require(worthwhile >= 0 && worthwhile < 10, "experiment.worthwhileLift", "A lift is 0 or more");
    return new Definition.Measuring(
        input.primaryMetric == null ? Yardstick.REVENUE : input.primaryMetric.yardstick(),
        currency.get().getCurrencyCode(),
        input.plannedShoppers,
        window,
        worthwhile,
        margin,
        discount);
  }
}
