package dev.attune.profile.store;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** A shop that sells nothing, for as long as no other catalog is there. */
@ApplicationScoped
@DefaultBean
class NoCatalog implements Catalog {
  @Override
  public CatalogSnapshot snapshot() {
    return CatalogSnapshot.EMPTY;
  }
}
