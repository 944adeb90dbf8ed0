package dev.attune.bench;

import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What batches of events leave in {@code fold} and {@code link}, one after the other. */
final class EventEffects {
  private static final String DEVICE = "visitor:";

  private final Map<String, Fold> folds = new HashMap<>();

  /** The key of a membership. */
  record Pair(String visitor, String customer) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byVisitor = visitor.compareTo(other.visitor);
      return byVisitor == 0 ? customer.compareTo(other.customer) : byVisitor;
    }
  }

  /** When a membership was proven. */
  record Proof(Instant first, Instant last) {
    Proof with(Proof other) {
      return new Proof(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** States after a batch of the folds that it touched, and its proofs, both in order. */
  record Effect(SortedMap<String, byte[]> states, SortedMap<Pair, Proof> proofs) {}

  Effect of(List<StoredEvent> batch) {
    SortedMap<String, Fold> touched = new TreeMap<>();
    SortedMap<Pair, Proof> proofs = new TreeMap<>();
    for (StoredEvent event : batch) {
      if (event.folded()) {
        String customer = event.customer();
        String owner = customer == null ? event.origin() : customer;
        touch(touched, owner).count(event.happenedAt(), event.signals().stream());
        if (customer != null && event.origin().startsWith(DEVICE)) {
          touch(touched, event.origin()).witness(event.happenedAt(), customer);
          Proof proof = new Proof(event.happenedAt(), event.happenedAt());
          proofs.merge(new Pair(event.origin(), customer), proof, Proof::with);
        }
      }
    }
    SortedMap<String, byte[]> states = new TreeMap<>();
    touched.forEach((owner, fold) -> states.put(owner, FoldCodec.encode(fold)));
    return new Effect(states, proofs);
  }

  private Fold touch(Map<String, Fold> touched, String owner) {
    Fold fold = folds.computeIfAbsent(owner, any -> new Fold());
    touched.put(owner, fold);
    return fold;
  }
}
