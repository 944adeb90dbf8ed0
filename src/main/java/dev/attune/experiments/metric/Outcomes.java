package dev.attune.experiments.metric;

import dev.attune.experiments.store.Definition;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Measures experiments from exposures and events. */
public interface Outcomes {
  /** The experiment as the store knows it, with all events that happened before this time. */
  Uni<Measured> measure(Definition definition, Instant until);

  /**
   * What one shopper's money may count at most: the 99 % quantile of what buyers paid in the 28
   * days before. Empty where fewer than a hundred bought.
   */
  Uni<Optional<Long>> cap(String currency, Instant before);

  /**
   * What the shop was like before, by what decides this experiment: as its report would have
   * counted it, had it shown everybody who came its control. Fails where the store takes more than
   * seconds to tell.
   */
  Uni<Baseline> baseline(Definition definition, Instant before);
}
