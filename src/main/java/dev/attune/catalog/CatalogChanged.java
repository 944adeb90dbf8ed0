package dev.attune.catalog;

import java.util.Collection;
import java.util.List;

/**
 * The CDI event after a snapshot took the place of the one before it. Observers run on the thread
 * that swapped, before an import that caused it is answered.
 *
 * @param assortment whether products came, went, or say something else; false where only stock and
 *     prices are others
 * @param views what other markets see of it, as far as anybody has asked
 * @param shown what is seen where nobody names a market: the snapshot or one of the views
 */
public record CatalogChanged(
    CatalogSnapshot snapshot,
    boolean assortment,
    Collection<CatalogSnapshot> views,
    CatalogSnapshot shown) {
  public CatalogChanged {
    views = List.copyOf(views);
  }

  /** Where no other market was asked for. */
  public CatalogChanged(CatalogSnapshot snapshot, boolean assortment) {
    this(snapshot, assortment, List.of(), snapshot);
  }
}
