package dev.attune.merchandising.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.rule.Rule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.profile.PastProfiles;
import dev.attune.record.DecisionLog;
import dev.attune.record.past.PastDecisions;
import dev.attune.record.past.PastDecisions.Wanted;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells what a drafted rule would have changed, by asking recorded questions again with it. */
@ApplicationScoped
public class RuleImpacts {
  /** Older decisions say little of the shop of today. */
  public static final int MOST_DAYS = 30;

  /** More decisions make no interval much narrower; these take seconds and some megabytes. */
  public static final int MOST_DECISIONS = 10_000;

  /** Beside the thread that reads and then lends a hand; shoppers need processors, too. */
  private static final int HELPERS = Math.min(3, Runtime.getRuntime().availableProcessors() / 2);

  /** So many may wait until another draft was compared. */
  private static final int WAITING = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a draft waits for others. */
  private static final Duration TURN = Duration.ofSeconds(20);

  /** How long decisions are compared; shoppers whose turn has not come by then are not read. */
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  private final PastDecisions decisions;
  private final DecisionLog log;
  private final PastProfiles profiles;
  private final Clock clock;
  private final Semaphore turn = new Semaphore(1, /* fair= */ true);

  RuleImpacts(PastDecisions decisions, DecisionLog log, PastProfiles profiles, Clock clock) {
    this.decisions = decisions;
    this.log = log;
    this.profiles = profiles;
    this.clock = clock;
  }

  /**
   * The impact of a rule that passed its checks. Blocks; one draft is compared at a time.
   *
   * @param days how far to look back, 1 to {@link #MOST_DAYS}
   * @param most how many decisions to read at most, 1 to {@link #MOST_DECISIONS}
   * @param page what the shop knows now, and in which market prices are read
   * @throws AttuneException UNAVAILABLE when the log cannot be read, OVERLOADED when too many
   *     drafts wait
   */
  public Impact of(Rule rule, int days, int most, DecisionContext page) {
    await();
    try {
      return compared(rule, days, most, page);
    } finally {
      turn.release();
    }
  }

  private void await() {
    try {
      if (turn.getQueueLength() < WAITING && turn.tryAcquire(TURN.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new AttuneException(
        ErrorCode.OVERLOADED, null, "Other drafts are compared just now; ask again in a moment");
  }

  private Impact compared(Rule rule, int days, int most, DecisionContext page) {
    log.settled().await().atMost(PATIENCE);
    Instant to = page.now();
    Instant from = to.minus(Duration.ofDays(days));
    Draft draft = new Draft(rule, page);
    Instant end = clock.instant().plus(ENOUGH);
    Comparing comparing =
        new Comparing(
            past ->
                OneShopper.compared(
                    past,
                    draft,
                    (person, instants) -> profiles.at(person, instants).await().atMost(PATIENCE)),
            new Lanes<>(Infrastructure.getDefaultWorkerPool(), HELPERS),
            () -> clock.instant().isAfter(end));
    long found = decisions.read(new Wanted(draft.slots(), from, to, most), comparing);
    return comparing.impact(found, from, to, page);
  }
}
