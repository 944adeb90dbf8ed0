package dev.attune.decision.source;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Source;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import java.util.ArrayList;
import java.util.List;

/** Candidates that are products: what proposers proposed, described in full. */
public final class Products implements Source {
  private final List<Proposer> proposers;

  private Products(List<Proposer> proposers) {
    this.proposers = proposers;
  }

  public static Products of(Proposer... proposers) {
    return new Products(List.of(proposers));
  }

  @Override
  public List<Candidate> draw(Ask ask) {
    Proposals proposals = new Proposals(ask.context().catalog());
    for (Proposer proposer : proposers) {
      proposer.propose(ask, proposals);
    }
    return new ProductFacts(ask).describe(proposals);
  }

  @Override
  public List<Candidate> named(Ask ask, List<GlobalId> subjects) {
    ProductFacts facts = new ProductFacts(ask);
    List<Candidate> candidates = new ArrayList<>(subjects.size());
    for (GlobalId subject : subjects) {
      if (subject.type() == NodeType.PRODUCT) {
        ask.context()
            .catalog()
            .product(new ProductId(subject.local()))
            .ifPresent(product -> candidates.add(facts.describe(product, Candidate.BY_RULE)));
      }
    }
    return candidates;
  }
}
