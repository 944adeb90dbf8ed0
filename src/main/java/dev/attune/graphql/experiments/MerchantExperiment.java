package dev.attune.graphql.experiments;

import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Arm;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentKind;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentMetricName;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentSurface;
import dev.attune.graphql.experiments.ExperimentInput.ExperimentTreatment;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An experiment as a merchant reads it, with the version to bring back when it is written. */
@Name("Experiment")
@Description("An experiment: who sees what, how it is measured, and where it stands.")
public final class MerchantExperiment {
  private final Definition definition;

  MerchantExperiment(Definition definition) {
    this.definition = definition;
  }

  @Ignore
  public Definition definition() {
    return definition;
  }

  @NonNull
  @Id
  public String getId() {
    return definition.id();
  }

  public int getVersion() {
    return definition.version();
  }

  @NonNull
  public String getTitle() {
    return definition.title();
  }

  @NonNull
  public ExperimentKind getKind() {
    return ExperimentKind.valueOf(definition.scope().kind().name());
  }

  @NonNull
  public ExperimentState getState() {
    return ExperimentState.valueOf(definition.life().state().name());
  }

  @NonNull
  public List<@NonNull ExperimentSurface> getSurfaces() {
    return definition.scope().surfaces().stream()
        .map(surface -> ExperimentSurface.valueOf(surface.name()))
        .toList();
  }

  @NonNull
  public List<@NonNull ExperimentVariant> getVariants() {
    return definition.arms().stream().map(ExperimentVariant::of).toList();
  }

  @NonNull
  public ExperimentLayer getLayer() {
    Definition.Scope scope = definition.scope();
    return new ExperimentLayer(
        scope.layer(), scope.buckets().from() / 100.0, scope.buckets().to() / 100.0);
  }

  @NonNull
  public List<@NonNull String> getMarkets() {
    return definition.scope().markets();
  }

  @NonNull
  public List<@NonNull String> getSegments() {
    return definition.scope().segments();
  }

  @NonNull
  @Description("Percent of its shoppers who take part, step by step.")
  public List<@NonNull Double> getRamp() {
    return definition.life().ramp().steps().stream().map(step -> step / 100.0).toList();
  }

  @Description("The step of the ramp that holds, from 0.")
  public int getRampStep() {
    return definition.life().ramp().step();
  }

  @NonNull
  public ExperimentMetricName getPrimaryMetric() {
    return ExperimentMetricName.valueOf(definition.measuring().primary().name());
  }

  @NonNull
  public String getCurrency() {
    return definition.measuring().currency();
  }

  public int getPlannedShoppers() {
    return (int) definition.measuring().plannedUnits();
  }

  public int getWindowDays() {
    return definition.measuring().windowDays();
  }

  public double getWorthwhileLift() {
    return definition.measuring().worthwhile();
  }

  public double getMarginTolerance() {
    return definition.measuring().marginTolerance();
  }

  public double getDiscountTolerance() {
    return definition.measuring().discountTolerance();
  }

  @Description("What one shopper's money counts at most, read off before the start.")
  public @Nullable Double getMoneyCap() {
    @Nullable Long cap = definition.life().capMinor();
    return cap == null ? null : Amounts.major(cap, getCurrency());
  }

  @Description("What running it cost, as it was entered.")
  public double getProgrammeCost() {
    return Amounts.major(definition.costs().programmeMinor(), getCurrency());
  }

  @Description("What discounts given for it cost, as it was entered.")
  public double getDiscountCost() {
    return Amounts.major(definition.costs().discountMinor(), getCurrency());
  }

  public @Nullable OffsetDateTime getStartedAt() {
    return time(definition.life().startedAt());
  }

  public @Nullable OffsetDateTime getStoppedAt() {
    return time(definition.life().stoppedAt());
  }

  @Description("SAMPLE_RATIO_MISMATCH or GUARDRAIL_BREACHED where it was stopped by itself.")
  public @Nullable String getStoppedBecause() {
    return definition.life().stoppedBecause();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** Where it stands. */
  public enum ExperimentState {
    DRAFT,
    RUNNING,
    STOPPED
  }

  /** One of the ways. */
  public record ExperimentVariant(
      @NonNull String key,
      int weight,
      @NonNull ExperimentTreatment treatment,
      @NonNull List<@NonNull ExperimentTuning> tuning) {
    static ExperimentVariant of(Arm arm) {
      return new ExperimentVariant(
          arm.key(),
          arm.weight(),
          ExperimentTreatment.valueOf(arm.treatment().name()),
          arm.tuning().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(one -> new ExperimentTuning(one.getKey(), one.getValue()))
              .toList());
    }
  }

  /** A weight instead of a slot's own. */
  public record ExperimentTuning(@NonNull String feature, double weight) {}

  /** A part of a layer, in percent. */
  public record ExperimentLayer(@NonNull String name, double from, double to) {}

  /** Experiments, by id. */
  public record ExperimentConnection(
      @NonNull List<@NonNull ExperimentEdge> edges,
      @NonNull List<@NonNull MerchantExperiment> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount) {
    static ExperimentConnection of(Slice<MerchantExperiment> slice) {
      List<ExperimentEdge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new ExperimentEdge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new ExperimentConnection(edges, slice.items(), slice.pageInfo(), slice.total());
    }
  }

  /** An experiment and where it stands in the list. */
  public record ExperimentEdge(@NonNull String cursor, @NonNull MerchantExperiment node) {}
}
