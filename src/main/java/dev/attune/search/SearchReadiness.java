package dev.attune.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the search index of the catalog is whole. */
@Readiness
@ApplicationScoped
class SearchReadiness implements HealthCheck {
  private final SearchIndexes indexes;

  @Inject
  SearchReadiness(SearchIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("search index")
        .status(indexes.complete())
        .withData("version", indexes.current().version())
        .build();
  }
}
