package dev.attune.decision.source;

import dev.attune.decision.Ask;

/** Proposes products for a list. Pure. */
public interface Proposer {
  void propose(Ask ask, Proposals into);
}
