package dev.attune.models.backtest;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.models.TrainingEvent;
import java.util.function.Consumer;

/** A shop's own log beside its catalog, as often as a backtest wants to read it. */
public interface OwnLog {
  CatalogSnapshot catalog();

  /** Hands over each shopper's events together and in the order of time, the same each time. */
  void each(Consumer<TrainingEvent> to);
}
