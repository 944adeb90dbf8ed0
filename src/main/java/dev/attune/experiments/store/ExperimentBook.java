package dev.attune.experiments.store;

import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.experiments.assignment.Assignment;
import dev.attune.experiments.assignment.Assignment.Assigned;
import dev.attune.experiments.assignment.BucketRange;
import dev.attune.experiments.assignment.Buckets;
import dev.attune.experiments.assignment.Experiment;
import dev.attune.experiments.assignment.Exposure;
import dev.attune.experiments.assignment.Slice;
import dev.attune.experiments.assignment.Unit;
import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Trial;
import dev.attune.experiments.trial.Trials;
import dev.attune.identity.Asker;
import dev.attune.profile.Exposed;
import dev.attune.profile.Shopper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All experiments at one version of the store, ready to deal shoppers into them.
 *
 * @param version counts writes
 * @param definitions by id
 */
public record ExperimentBook(long version, List<Definition> definitions, List<Dealt> running) {
  /** No experiments. */
  public static final ExperimentBook EMPTY = new ExperimentBook(0, List.of(), List.of());

  private static final Slice NOBODY = new Slice("none", BucketRange.first(0));

  /** A running experiment, and how it deals. */
  record Dealt(Definition definition, Experiment experiment) {}

  public ExperimentBook {
    definitions = List.copyOf(definitions);
    running = List.copyOf(running);
  }

  static ExperimentBook of(long version, List<Definition> definitions) {
    Slice holdout =
        definitions.stream()
            .filter(Definition::running)
            .filter(one -> one.scope().kind() == Definition.Kind.HOLDOUT)
            .findFirst()
            .map(ExperimentBook::held)
            .orElse(NOBODY);
    List<Dealt> running =
        definitions.stream()
            .filter(Definition::running)
            .map(one -> new Dealt(one, one.experiment(apart(one) ? NOBODY : holdout)))
            .toList();
    return new ExperimentBook(version, definitions, running);
  }

  private static boolean apart(Definition one) {
    return one.scope().kind() == Definition.Kind.HOLDOUT;
  }

  /** Whom the holdout's control gets: the first of the buckets that deal its variants. */
  private static Slice held(Definition holdout) {
    long all = holdout.arms().stream().mapToLong(Arm::weight).sum();
    long control = holdout.arms().get(0).weight();
    int buckets = (int) ((control * Buckets.COUNT + all - 1) / all);
    return new Slice(holdout.id() + "/variant", BucketRange.first(buckets));
  }

  /** The same as it was before the write that took this version, and has not written yet. */
  ExperimentBook before() {
    return new ExperimentBook(version - 1, definitions, running);
  }

  public Optional<Definition> definition(String id) {
    return definitions.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /**
   * In what this shopper takes part here. Bots, staff, who said no to being measured or to
   * personalization, and who did not say who they are take part in nothing.
   *
   * @param country of the market, null where unknown
   * @param segments whether the shopper is in one of these; asked only where a segment is wanted
   */
  public Trials trials(
      Shopper shopper, @Nullable String country, Predicate<Collection<String>> segments) {
    @Nullable String unit = unit(shopper);
    if (running.isEmpty() || unit == null) {
      return Trials.NONE;
    }
    boolean heldOut = heldOut(unit, shopper);
    List<Trial> trials = new ArrayList<>();
    for (Dealt dealt : running) {
      Definition.Scope scope = dealt.definition.scope();
      boolean targeted = targeted(scope, country, segments);
      boolean untouched = heldOut && !apart(dealt.definition);
      trial(dealt, unit, shopper, targeted, untouched).ifPresent(trials::add);
    }
    return new Trials(trials);
  }

  /** Whether the shopper sees the holdout's control: dealt so, or seen under another key before. */
  private boolean heldOut(String unit, Shopper shopper) {
    for (Dealt dealt : running) {
      if (apart(dealt.definition)) {
        return trial(dealt, unit, shopper, /* targeted= */ true, /* untouched= */ false)
            .filter(Trial::control)
            .isPresent();
      }
    }
    return false;
  }

  /** The key under which a shopper is dealt; null for whoever is left out. */
  public static @Nullable String unit(Shopper shopper) {
    Asker asker = shopper.asker();
    if (asker.traffic() != Traffic.SHOPPER || !shopper.consent().allowsExperiments()) {
      return null;
    }
    @Nullable Identifier owner = asker.customer() == null ? asker.visitor() : asker.customer();
    return owner == null ? null : owner.key();
  }

  /**
   * @param untouched no test touches the shopper: what they saw of one before they keep, and it is
   *     not compared
   */
  private static Optional<Trial> trial(
      Dealt dealt, String key, Shopper shopper, boolean targeted, boolean untouched) {
    String id = dealt.definition.id();
    List<Exposed> seen =
        shopper.exposures().stream().filter(one -> one.experiment().equals(id)).toList();
    List<Exposure> exposures =
        seen.stream().map(one -> new Exposure(one.variant(), one.at())).toList();
    Unit unit = new Unit(key, targeted, exposures);
    if (!(Assignment.of(dealt.experiment, unit) instanceof Assigned assigned)
        || (untouched && seen.isEmpty())) {
      return Optional.empty();
    }
    boolean crossed = assigned.crossed() || untouched;
    List<Arm> arms = dealt.definition.arms();
    Arm arm =
        arms.stream()
            .filter(one -> one.key().equals(assigned.variant().key()))
            .findFirst()
            .orElseThrow();
    boolean kept =
        seen.stream().anyMatch(one -> one.unit().equals(key) && one.crossed() == crossed);
    return Optional.of(
        new Trial(
            id,
            dealt.definition.scope().surfaces(),
            arm,
            key,
            arm.equals(arms.get(0)),
            crossed,
            kept));
  }

  private static boolean targeted(
      Definition.Scope scope, @Nullable String country, Predicate<Collection<String>> segments) {
    boolean here =
        scope.markets().isEmpty()
            || (country != null && scope.markets().contains(country.toUpperCase(Locale.ROOT)));
    return here && (scope.segments().isEmpty() || segments.test(scope.segments()));
  }
}
