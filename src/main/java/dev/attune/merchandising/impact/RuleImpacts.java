package dev.attune.merchandising.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.rule.Rule;
import dev.attune.profile.PastProfiles;
import dev.attune.record.DecisionLog;
import dev.attune.record.past.PastDecisions;
import dev.attune.record.past.PastDecisions.Wanted;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells what a drafted rule would have changed, by asking recorded questions again with it. */
@ApplicationScoped
public class RuleImpacts {
  /** Older decisions say little of the shop of today. */
  public static final int MOST_DAYS = 30;

  /** More decisions make no interval much narrower; these take seconds and some megabytes. */
  public static final int MOST_DECISIONS = 50_000;

  /**
   * Beside the thread that reads and then lends a hand, as long as there is a processor for each.
   */
  private static final int HELPERS =
      Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()) - 1);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long decisions are compared; shoppers whose turn has not come by then are not read. */
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  private final PastDecisions decisions;
  private final DecisionLog log;
  private final PastProfiles profiles;
  private final Clock clock;

  RuleImpacts(PastDecisions decisions, DecisionLog log, PastProfiles profiles, Clock clock) {
    this.decisions = decisions;
    this.log = log;
    this.profiles = profiles;
    this.clock = clock;
  }

  /**
   * The impact of a rule that passed its checks. Blocks.
   *
   * @param days how far to look back, 1 to {@link #MOST_DAYS}
   * @param most how many decisions to read at most, 1 to {@link #MOST_DECISIONS}
   * @param page what the shop knows now, and in which market prices are read
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the log cannot be read
   */
  public Impact of(Rule rule, int days, int most, DecisionContext page) {
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
