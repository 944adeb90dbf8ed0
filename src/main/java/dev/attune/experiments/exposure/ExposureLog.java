package dev.attune.experiments.exposure;

import dev.attune.experiments.trial.Trial;
import dev.attune.identity.Asker;
import dev.attune.profile.Exposed;
import java.time.Instant;
import java.util.List;

/** Keeps who could see which variant, once for each unit and experiment. */
public interface ExposureLog {
  /** Keeps nothing. */
  ExposureLog NOWHERE =
      new ExposureLog() {
        @Override
        public void append(Trial trial, Instant at) {}

        @Override
        public List<Exposed> waiting(Asker asker) {
          return List.of();
        }
      };

  /** Takes an exposure, unless it is kept already; never waits and never fails. */
  void append(Trial trial, Instant at);

  /** What was appended here for this asker's identifiers and is not in the store yet. */
  List<Exposed> waiting(Asker asker);
}
