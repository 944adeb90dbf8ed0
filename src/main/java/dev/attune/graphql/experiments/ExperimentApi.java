package dev.attune.graphql.experiments;

import dev.attune.experiments.report.Reports;
import dev.attune.experiments.store.Experiments;
import dev.attune.graphql.experiments.ExperimentDesk.Turn;
import dev.attune.graphql.experiments.MerchantExperiment.ExperimentConnection;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Typed;
import dev.attune.graphql.request.Languages;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Experiments: drafted, started, raised and stopped by merchandisers, read by all operators. */
@GraphQLApi
public class ExperimentApi {
  private final Merchants merchants;
  private final Experiments experiments;
  private final ExperimentDesk desk;
  private final Reports reports;
  private final String currency;

  ExperimentApi(
      Merchants merchants,
      Experiments experiments,
      ExperimentDesk desk,
      Reports reports,
      @ConfigProperty(name = "attune.catalog.currency", defaultValue = "USD") String currency) {
    this.merchants = merchants;
    this.experiments = experiments;
    this.desk = desk;
    this.reports = reports;
    this.currency = currency;
  }

  @Query
  @NonNull
  @Description("All experiments, by id. For operators.")
  public Uni<ExperimentConnection> experiments(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return merchants.reading(
        () ->
            ExperimentConnection.of(
                Slice.of(
                    experiments.current().definitions().stream()
                        .map(MerchantExperiment::new)
                        .toList(),
                    MerchantExperiment::getId,
                    first == null ? 50 : first,
                    after)));
  }

  @Query
  @Description("One experiment, null where there is none. For operators.")
  public Uni<@Nullable MerchantExperiment> experiment(@NonNull @Id String id) {
    return merchants.reading(
        () -> experiments.current().definition(id).map(MerchantExperiment::new).orElse(null));
  }

  @NonNull
  @Description("What it says now, in numbers and in sentences of this language, BCP 47.")
  public Uni<ExperimentReport> report(
      @Source MerchantExperiment experiment, @DefaultValue("en") @Nullable String locale) {
    Locale words = Languages.of(locale == null ? "en" : locale);
    return merchants.asking(
        () ->
            reports.of(experiment.definition()).map(report -> new ExperimentReport(report, words)));
  }

  @NonNull
  @Description(
      "Takings by part of the shop, as decisions led to them; where a variant took something.")
  public Uni<List<@NonNull UseCaseMetric>> useCases(@Source ExperimentReport report) {
    return merchants.asking(
        () ->
            reports.byUseCase(report.report()).map(all -> UseCaseMetric.of(report.report(), all)));
  }

  @Mutation
  @NonNull
  @Description(
      "Drafts an experiment (expectedVersion 0) or changes its draft; a stale expectedVersion is"
          + " refused with STALE_VERSION. One without power is taken with a warning. For"
          + " merchandisers.")
  public Uni<ExperimentPayload> saveExperiment(
      @NonNull ExperimentInput experiment, @NonNull Integer expectedVersion) {
    return merchants.writing(
        (who, at) ->
            desk.save(
                ExperimentReading.draft(experiment, currency),
                new Turn(experiment.id, expectedVersion, who, at)));
  }

  @Mutation
  @NonNull
  @Description("Starts a draft at its ramp's first step. For merchandisers.")
  public Uni<ExperimentPayload> startExperiment(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants.writing((who, at) -> desk.start(new Turn(id, expectedVersion, who, at)));
  }

  @Mutation
  @NonNull
  @Description("Goes on to the ramp's next step; nobody changes variants. For merchandisers.")
  public Uni<MerchantExperiment> raiseExperiment(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants.writing(
        (who, at) ->
            desk.raise(new Turn(id, expectedVersion, who, at)).map(MerchantExperiment::new));
  }

  @Mutation
  @NonNull
  @Description("Ends it; what it showed is measured on. For merchandisers.")
  public Uni<MerchantExperiment> stopExperiment(
      @NonNull @Id String id, @NonNull Integer expectedVersion, @Nullable String because) {
    return merchants.writing(
        (who, at) ->
            desk.stop(new Turn(id, expectedVersion, who, at), Typed.text("because", because))
                .map(MerchantExperiment::new));
  }

  @Mutation
  @NonNull
  @Description("Enters what it cost all in all, in its currency. For merchandisers.")
  public Uni<MerchantExperiment> saveExperimentCosts(
      @NonNull @Id String id,
      @NonNull Double programmeCost,
      @NonNull Double discountCost,
      @NonNull Integer expectedVersion) {
    return merchants.writing(
        (who, at) ->
            desk.cost(new Turn(id, expectedVersion, who, at), programmeCost, discountCost)
                .map(MerchantExperiment::new));
  }
}
