package dev.attune.catalog.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the catalog is in memory. */
@Readiness
@ApplicationScoped
class CatalogReadiness implements HealthCheck {
  private final CatalogSnapshots snapshots;

  @Inject
  CatalogReadiness(CatalogSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("catalog snapshot")
        .status(snapshots.loaded())
        .withData("version", snapshots.snapshot().version())
        .withData("products", snapshots.snapshot().products().size())
        .build();
  }
}
