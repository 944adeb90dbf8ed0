package dev.attune.profile.view;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** The view through the catalog as it is now, made once for each snapshot. */
@ApplicationScoped
public class Lenses {
  private final Catalog catalog;
  private final ProfileSettings settings;
  private volatile Lens last;

  private record Lens(CatalogSnapshot catalog, ProfileView view) {}

  public Lenses(Catalog catalog, ProfileSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
    this.last = lens(CatalogSnapshot.EMPTY);
  }

  /** The same object as long as the catalog is the same. */
  public ProfileView current() {
    CatalogSnapshot snapshot = catalog.snapshot();
    Lens known = last;
    if (known.catalog() != snapshot) {
      known = lens(snapshot);
      last = known;
    }
    return known.view();
  }

  private Lens lens(CatalogSnapshot snapshot) {
    return new Lens(snapshot, new ProfileView(settings, new Subjects(snapshot)));
  }
}
