package dev.attune.graphql.events;

import dev.attune.graphql.request.Roles;
import dev.attune.ingest.health.EventHealth;
import dev.attune.ingest.health.EventHealthMonitor;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What operators see of the stream of events. */
@GraphQLApi
public class EventHealthApi {
  /** Asked sooner again, the same is answered: a look reads two weeks of the log. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Roles roles;
  private final EventHealthMonitor monitor;
  private final Clock clock;

  EventHealthApi(Roles roles, EventHealthMonitor monitor, Clock clock) {
    this.roles = roles;
    this.monitor = monitor;
    this.clock = clock;
  }

  @Query
  @NonNull
  @Description("How healthy the stream of events is, at most a minute ago. For operators.")
  public Uni<EventHealthView> eventHealth() {
    roles.requireOperator();
    EventHealth last = monitor.current();
    boolean fresh = last.checkedAt().plus(FRESH).isAfter(clock.instant());
    return (fresh ? Uni.createFrom().item(last) : monitor.check()).map(EventHealthView::of);
  }
}
