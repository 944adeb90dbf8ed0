package dev.attune.experiments.store;

import static java.util.Objects.requireNonNull;

import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Experiment;
import dev.attune.experiments.assignment.Layer;
import dev.attune.experiments.assignment.Ramp;
import dev.attune.experiments.assignment.Slice;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Yardstick;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is written down.
 *
 * @param id also its salt, and the key of its flag
 * @param arms control first, at least two
 * @param version how often it was written; 0 before the first time
 */
public record Definition(
    String id,
    String title,
    Scope scope,
    List<Arm> arms,
    Measuring measuring,
    Costs costs,
    Life life,
    int version) {
  /** An experiment is one of these. */
  public enum Kind {
    /** Some part of the shop, for some shoppers. */
    TEST,
    /** The one holdout: whoever gets its control takes part in no test. */
    HOLDOUT
  }

  /** Where it stands. */
  public enum State {
    DRAFT,
    RUNNING,
    STOPPED
  }

  /**
   * Where and for whom.
   *
   * @param layer experiments of one layer share nobody
   * @param buckets of the layer, of 10,000
   * @param markets countries, ISO 3166-1 alpha-2; empty for all
   * @param segments ids; whoever is in one of them when first exposed, empty for everybody
   */
  public record Scope(
      Kind kind,
      List<Surface> surfaces,
      String layer,
      BucketRange buckets,
      List<String> markets,
      List<String> segments) {
    public Scope {
      requireNonNull(kind, "kind");
      requireNonNull(layer, "layer");
      requireNonNull(buckets, "buckets");
      surfaces = List.copyOf(surfaces);
      markets = List.copyOf(markets);
      segments = List.copyOf(segments);
    }
  }

  /**
   * What must be said before the first look.
   *
   * @param primary what decides
   * @param currency money in others is counted apart
   * @param plannedUnits of all variants
   * @param windowDays what a shopper does within so many days of the first exposure counts
   * @param worthwhile the least lift worth having, as a share
   * @param marginTolerance by which margin may fall, as a share of control's
   * @param discountTolerance by which the share of discount may rise, absolute
   */
  public record Measuring(
      Yardstick primary,
      String currency,
      long plannedUnits,
      int windowDays,
      double worthwhile,
      double marginTolerance,
      double discountTolerance) {
    public Measuring {
      requireNonNull(primary, "primary");
      requireNonNull(currency, "currency");
    }
  }

  /** What it costs all in all, in minor units. */
  public record Costs(long programmeMinor, long discountMinor) {}

  /**
   * What became of it.
   *
   * @param capMinor what one shopper's money counts at most, read off before the start; null for
   *     none
   */
  public record Life(
      State state,
      Ramp ramp,
      @Nullable Instant startedAt,
      @Nullable Instant stoppedAt,
      @Nullable String stoppedBecause,
      @Nullable Long capMinor) {
    public Life {
      requireNonNull(state, "state");
      requireNonNull(ramp, "ramp");
    }

    /** The same with another cap. */
    public Life cappedAt(@Nullable Long cap) {
      return new Life(state, ramp, startedAt, stoppedAt, stoppedBecause, cap);
    }
  }

  public Definition {
    requireNonNull(scope, "scope");
    requireNonNull(measuring, "measuring");
    requireNonNull(costs, "costs");
    requireNonNull(life, "life");
    arms = List.copyOf(arms);
  }

  public boolean running() {
    return life.state == State.RUNNING;
  }

  /** What dealing needs to know. */
  Experiment experiment(Slice holdout) {
    Layer layer = new Layer("layer/" + scope.layer, List.of(new Layer.Share(id, scope.buckets)));
    return new Experiment(
        id, id, arms.stream().map(Arm::variant).toList(), layer.sliceOf(id), life.ramp, holdout);
  }

  public Definition with(Life other) {
    return new Definition(id, title, scope, arms, measuring, costs, other, version);
  }

  public Definition with(Costs other) {
    return new Definition(id, title, scope, arms, measuring, other, life, version);
  }

  Definition at(int written) {
    return new Definition(id, title, scope, arms, measuring, costs, life, written);
  }
}
