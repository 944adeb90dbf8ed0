package dev.attune.catalog;

import java.util.HashSet;
import java.util.Set;

/**
 * Which products two versions of a catalog differ in.
 *
 * @param from the earlier version
 * @param put what is new or changed
 * @param removed what is gone
 */
public record CatalogDelta(String from, Set<ProductId> put, Set<ProductId> removed) {
  public CatalogDelta {
    put = Set.copyOf(put);
    removed = Set.copyOf(removed);
  }

  /** How many products it names. */
  public int size() {
    return put.size() + removed.size();
  }

  /** This one and the next one together. */
  CatalogDelta then(CatalogDelta next) {
    Set<ProductId> allPut = new HashSet<>(put);
    allPut.removeAll(next.removed());
    allPut.addAll(next.put());
    Set<ProductId> allRemoved = new HashSet<>(removed);
    allRemoved.removeAll(next.put());
    allRemoved.addAll(next.removed());
    return new CatalogDelta(from, allPut, allRemoved);
  }
}
