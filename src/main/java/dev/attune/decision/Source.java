package dev.attune.decision;

import dev.attune.platform.id.GlobalId;
import dev.attune.record.Candidate;
import java.util.List;

/** Where candidates come from, each with all that a decision may know of it. Pure. */
public interface Source {
  List<Candidate> draw(Ask ask);

  /** Describes what a merchant's rule names; what this source does not know is left out. */
  default List<Candidate> named(Ask ask, List<GlobalId> subjects) {
    return List.of();
  }
}
