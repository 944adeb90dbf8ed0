package dev.attune.graphql.events;

import dev.attune.ingest.bad.BadEventRetry;
import org.eclipse.microprofile.graphql.Description;

/** What became of bad events that were tried again. */
public record RetryPayload(
    int tried,
    @Description("They are in now, and no longer bad.") int accepted,
    @Description("Their shoppers no longer allow to keep them; they are gone.") int withheld,
    @Description("Still bad, each with the reason that it has now.") int refused) {
  static RetryPayload of(BadEventRetry.Retried retried) {
    return new RetryPayload(
        retried.tried(), retried.accepted(), retried.withheld(), retried.refused());
  }
}
