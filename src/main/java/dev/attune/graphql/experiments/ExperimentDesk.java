package dev.attune.graphql.experiments;

import static dev.attune.graphql.merchant.Merchants.require;

import dev.attune.catalog.Catalog;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.metric.Outcomes;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Definition.Life;
import dev.attune.experiments.store.Definition.State;
import dev.attune.experiments.store.Experiments;
import dev.attune.experiments.store.Experiments.Write;
import dev.attune.merchandising.Known;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.segment.SegmentCounts;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may become of an experiment: drafted, started, raised, stopped; its costs at any time. */
@ApplicationScoped
public class ExperimentDesk {
  /** In units of a currency: minor units of any are exact up to there. */
  private static final double DEAREST = 1e12;

  private final Experiments experiments;
  private final Outcomes outcomes;
  private final Merchandising merchandising;
  private final Catalog catalog;
  private final SegmentCounts counts;

  ExperimentDesk(
      Experiments experiments,
      Outcomes outcomes,
      Merchandising merchandising,
      Catalog catalog,
      SegmentCounts counts) {
    this.counts = counts;
    this.experiments = experiments;
    this.outcomes = outcomes;
    this.merchandising = merchandising;
    this.catalog = catalog;
  }

  /** Who writes to which experiment, having seen which version. */
  record Turn(String id, int expected, String who, Instant at) {
    Write write(String what) {
      return new Write(id, expected, who, "experiment." + what, at);
    }
  }

  Uni<ExperimentPayload> save(Definition draft, Turn turn) {
    require(turn.expected >= 0, "expectedVersion", "expectedVersion must be 0 or more");
    requireSegments("experiment.segments", draft);
    return experiments
        .write(
            turn.write("saved"),
            draft,
            stored -> {
              require(
                  stored.life().state() == State.DRAFT,
                  "experiment.id",
                  "What has started cannot be changed: stop it and write another");
              return draft.with(stored.costs());
            })
        .chain(saved -> planned(saved, turn.at));
  }

  Uni<ExperimentPayload> start(Turn turn) {
    Definition draft = known(turn.id);
    return outcomes
        .cap(draft.measuring().currency(), turn.at)
        .chain(
            cap ->
                change(
                    turn,
                    "started",
                    stored -> {
                      require(
                          stored.life().state() == State.DRAFT,
                          "id",
                          "It was started already: write another");
                      requireSegments("segments", stored);
                      requireRoom(stored);
                      return stored.with(
                          new Life(
                              State.RUNNING,
                              stored.life().ramp(),
                              turn.at,
                              null,
                              null,
                              cap.orElse(null)));
                    }))
        .chain(started -> planned(started, turn.at));
  }

  Uni<Definition> stop(Turn turn, @Nullable String because) {
    return change(
        turn,
        "stopped",
        stored -> {
          requireRunning(stored);
          return stored.with(
              new Life(
                  State.STOPPED,
                  stored.life().ramp(),
                  stored.life().startedAt(),
                  turn.at,
                  because,
                  stored.life().capMinor()));
        });
  }

  Uni<Definition> raise(Turn turn) {
    return change(
        turn,
        "raised",
        stored -> {
          requireRunning(stored);
          Ramp raised = stored.life().ramp().raised();
          require(!raised.equals(stored.life().ramp()), "id", "It is at its last step");
          return stored.with(
              new Life(
                  State.RUNNING,
                  raised,
                  stored.life().startedAt(),
                  null,
                  null,
                  stored.life().capMinor()));
        });
  }

  Uni<Definition> cost(Turn turn, double programme, double discounts) {
    requireCost("programmeCost", programme);
    requireCost("discountCost", discounts);
    return change(
        turn,
        "costs",
        stored -> {
          String currency = stored.measuring().currency();
          return stored.with(
              new Definition.Costs(
                  Amounts.minor(programme, currency), Amounts.minor(discounts, currency)));
        });
  }

  private static void requireCost(String field, double cost) {
    require(cost >= 0 && cost < DEAREST, field, "A cost is 0 or more, and below a trillion");
  }

  Definition known(String id) {
    return experiments
        .current()
        .definition(id)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID, "id", "There is no experiment '" + id + "'"));
  }

  private Uni<Definition> change(Turn turn, String what, UnaryOperator<Definition> change) {
    return experiments.write(turn.write(what), known(turn.id), change);
  }

  /** What was written stands, whether or not it can be told what to expect of it. */
  private Uni<ExperimentPayload> planned(Definition definition, Instant at) {
    return Uni.createFrom()
        .deferred(() -> outcomes.baseline(definition, at))
        .chain(
            baseline ->
                counts
                    .last()
                    .map(last -> Planning.counted(merchandising.current().segments(), last))
                    .map(counted -> Planning.of(definition, baseline, counted)))
        .onFailure()
        .invoke(failure -> Log.warnf("Experiment %s was not planned: %s", definition.id(), failure))
        .onFailure()
        .recoverWithItem(() -> Planning.without(definition));
  }

  private void requireSegments(String field, Definition wanting) {
    new Known(merchandising.current(), catalog.snapshot())
        .segments(field, wanting.scope().segments());
  }

  private static void requireRunning(Definition stored) {
    require(stored.life().state() == State.RUNNING, "id", "It is not running");
  }

  /** Running experiments of one layer share nobody, and there is one holdout. */
  private void requireRoom(Definition starting) {
    for (Definition other : experiments.current().definitions()) {
      if (!other.running() || other.id().equals(starting.id())) {
        continue;
      }
      require(
          starting.scope().kind() == Definition.Kind.TEST
              || other.scope().kind() == Definition.Kind.TEST,
          "kind",
          other.id() + " is the holdout already");
      boolean together =
          other.scope().layer().equals(starting.scope().layer())
              && other.scope().buckets().from() < starting.scope().buckets().to()
              && starting.scope().buckets().from() < other.scope().buckets().to();
      require(!together, "layer", other.id() + " has that part of the layer already");
    }
  }
}
