package dev.attune.catalog.relation;

import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.snapshot.CatalogSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Stores what merchants say that products have to do with each other. */
@ApplicationScoped
public class Relations {
  private final PgRelations store;
  private final CatalogSnapshots snapshots;

  @Inject
  Relations(PgRelations store, CatalogSnapshots snapshots) {
    this.store = store;
    this.snapshots = snapshots;
  }

  /** One relation, from its product. */
  public record Stated(ProductId product, Relation relation) {}

  /**
   * Adds these or alters their step; the same again changes nothing. Products need not exist yet:
   * what they relate to is shown once both do. Blocks.
   *
   * @return how many were new or altered
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails
   */
  public int store(List<Stated> relations) {
    int stored = store.store(relations);
    if (stored > 0) {
      snapshots.refresh();
    }
    return stored;
  }
}
