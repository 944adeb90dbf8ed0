package dev.attune.merchandising.content;

import org.jspecify.annotations.Nullable;

/**
 * A badge as it stands with the merchants: what shoppers see, and what is being prepared.
 *
 * @param live on products, null where it never was published
 * @param draft not yet on products, null where nothing is being prepared
 * @param version counts its writes, for optimistic locking
 */
public record WrittenBadge(
    String id, @Nullable OwnBadge live, @Nullable OwnBadge draft, int version) {
  public WrittenBadge {
    if (live == null && draft == null) {
      throw new IllegalArgumentException("A badge is live, a draft, or both");
    }
  }

  /** What a merchant sees first: the draft, else what is live. */
  public OwnBadge latest() {
    if (draft != null) {
      return draft;
    }
    if (live == null) {
      throw new IllegalStateException("A badge is live, a draft, or both");
    }
    return live;
  }

  public WrittenBadge drafting(OwnBadge next) {
    return new WrittenBadge(id, live, next, version);
  }

  /** On products as it was drafted. */
  public WrittenBadge published() {
    return new WrittenBadge(id, latest(), null, version);
  }
}
