package dev.attune.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready unless the demo shop is wanted and not there. */
@Readiness
@ApplicationScoped
class DemoReadiness implements HealthCheck {
  private final DemoLoader loader;

  DemoReadiness(DemoLoader loader) {
    this.loader = loader;
  }

  @Override
  public HealthCheckResponse call() {
    DemoLoader.State state = loader.state();
    boolean ready = state == DemoLoader.State.NOT_WANTED || state == DemoLoader.State.LOADED;
    return HealthCheckResponse.named("demo shop")
        .status(ready)
        .withData("state", state.name())
        .build();
  }
}
