package dev.attune.decision;

import dev.attune.record.Candidate;
import java.util.List;

/** Where candidates come from, each with all that a decision may know of it. Pure. */
public interface Source {
  List<Candidate> draw(Ask ask);
}
