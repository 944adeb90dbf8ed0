package dev.attune.experiments.assignment;

import java.util.List;
import java.util.Optional;

/** What an experiment does with a unit: a variant, or nothing and why. */
public sealed interface Assignment {
  /**
   * Takes part.
   *
   * @param crossed whether the unit belongs to several at once, because it was several identities
   *     until they joined; such units are served and left out of the comparison
   */
  record Assigned(Variant variant, boolean crossed) implements Assignment {}

  /** Sees what it would see without the experiment. */
  record Outside(Why why) implements Assignment {}

  /** Why a unit takes no part, in the order in which it is asked. */
  enum Why {
    /** In the global holdout, which no experiment touches. */
    HELD_OUT,
    /** The experiment is for others. */
    NOT_TARGETED,
    /** The layer gave this unit to another experiment, or to none. */
    ANOTHER_SLICE,
    /** The ramp has not come to this unit yet. */
    NOT_RAMPED_YET
  }

  /**
   * The assignment, which depends on nothing else. Whoever was exposed keeps the variant of the
   * first exposure (of equal times the lesser key), whatever has changed since: identity, segment,
   * ramp or holdout. So a visitor who joins a customer keeps what the person first saw. Whoever was
   * not is dealt by the hash of its key, which after a join is the customer's.
   *
   * <p>Crossed is who was exposed to two variants, or was exposed though the key is held out.
   */
  static Assignment of(Experiment experiment, Unit unit) {
    Optional<Variant> first = firstSeen(experiment, unit.exposures());
    if (first.isPresent()) {
      return new Assigned(first.get(), crossed(experiment, unit));
    }
    if (experiment.holdout().holds(unit.key())) {
      return new Outside(Why.HELD_OUT);
    }
    if (!unit.targeted()) {
      return new Outside(Why.NOT_TARGETED);
    }
    if (!experiment.slice().holds(unit.key())) {
      return new Outside(Why.ANOTHER_SLICE);
    }
    return experiment.ramped(unit.key())
        ? new Assigned(experiment.dealt(unit.key()), false)
        : new Outside(Why.NOT_RAMPED_YET);
  }

  private static Optional<Variant> firstSeen(Experiment experiment, List<Exposure> exposures) {
    return exposures.stream()
        .sorted(Exposure.FIRST)
        .flatMap(exposure -> experiment.variant(exposure.variant()).stream())
        .findFirst();
  }

  private static boolean crossed(Experiment experiment, Unit unit) {
    long seen = unit.exposures().stream().map(Exposure::variant).distinct().count();
    return seen > 1 || experiment.holdout().holds(unit.key());
  }
}
