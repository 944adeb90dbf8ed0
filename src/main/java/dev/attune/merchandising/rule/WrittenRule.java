package dev.attune.merchandising.rule;

import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands with the merchants: what shoppers get, and what is being prepared.
 *
 * @param live in force, null where it never was published
 * @param draft not yet in force, null where nothing is being prepared
 * @param version counts its writes, for optimistic locking
 */
public record WrittenRule(String id, @Nullable Rule live, @Nullable Rule draft, int version) {
  public WrittenRule {
    if (live == null && draft == null) {
      throw new IllegalArgumentException("A rule is live, a draft, or both");
    }
  }

  /** What a merchant sees first: the draft, else what is live. */
  public Rule latest() {
    if (draft != null) {
      return draft;
    }
    if (live == null) {
      throw new IllegalStateException("A rule is live, a draft, or both");
    }
    return live;
  }

  public WrittenRule drafting(Rule next) {
    return new WrittenRule(id, live, next, version);
  }

  /** In force as it was drafted. */
  public WrittenRule published() {
    return new WrittenRule(id, latest(), null, version);
  }

  /** In force as it was once. */
  public WrittenRule rolledBackTo(Rule former) {
    return new WrittenRule(id, former, null, version);
  }
}
