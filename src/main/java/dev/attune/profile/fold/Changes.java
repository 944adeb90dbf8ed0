package dev.attune.profile.fold;

import dev.attune.events.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What events add to folds, by owner. */
public final class Changes {
  private static final String DEVICE = "visitor:";

  private final Map<String, Fold> byOwner = new HashMap<>();

  /**
   * Counts an event in its owner's fold; one of a proven customer is witnessed by the device that
   * it came from.
   */
  public void add(String origin, @Nullable String customer, Instant at, List<Signal> signals) {
    fold(customer == null ? origin : customer).count(at, signals.stream());
    if (customer != null && origin.startsWith(DEVICE)) {
      fold(origin).witness(at, customer);
    }
  }

  /** In no order. */
  public Set<String> owners() {
    return byOwner.keySet();
  }

  /** What is added to this owner's fold, maybe nothing. */
  public Fold of(String owner) {
    Fold fold = byOwner.get(owner);
    return fold == null ? new Fold() : fold;
  }

  private Fold fold(String owner) {
    return byOwner.computeIfAbsent(owner, any -> new Fold());
  }
}
