package dev.attune.ingest.traffic;

import dev.attune.ingest.Refold;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * Looks now and then for visitors at a machine's pace. Their events stay in the log as a bot's, so
 * that nothing learns from them, and their folds are made again without them, both in one
 * transaction: nobody finds the one without the other, also where a replica dies or two look at
 * once. What is found depends on when events happened and not on the order in which they came.
 */
@ApplicationScoped
public class BotSweep {
  private final PgPace pace;
  private final Refold refold;
  private final PaceSettings settings;
  private final Clock clock;

  BotSweep(PgPace pace, Refold refold, PaceSettings settings, Clock clock) {
    this.pace = pace;
    this.refold = refold;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks now; the origins of which events became a bot's. */
  public Uni<Set<String>> sweep() {
    return pace.flagging(clock.instant().minus(settings.within()), settings).chain(refold::after);
  }

  @Scheduled(
      every = "${attune.bots.every:10m}",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> now() {
    return sweep()
        .invoke(found -> found.forEach(origin -> Log.infof("%s keeps a bot's pace", origin)))
        .onFailure()
        .invoke(failure -> Log.warnf("Bots were not looked for: %s", failure.getMessage()))
        .onFailure()
        .recoverWithItem(Set.of())
        .replaceWithVoid();
  }
}
