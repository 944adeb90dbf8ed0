package dev.attune.experiments.metric;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Duration;

/** A time that several statements share: each may take what the ones before it left. */
final class PgBudget {
  /** What PostgreSQL says when a statement was cancelled, as by its time-out. */
  private static final String CANCELLED = "57014";

  private final long end;

  PgBudget(Duration together) {
    this.end = System.nanoTime() + together.toNanos();
  }

  /** Of the next statements of the transaction, each may take what is left now. */
  Uni<Void> bind(SqlConnection connection) {
    long left = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    return connection
        .query("set local statement_timeout = '%dms'".formatted(left))
        .execute()
        .replaceWithVoid();
  }

  /** Whether a statement failed for want of time. */
  static boolean isSpent(Throwable failure) {
    return failure instanceof PgException refused && CANCELLED.equals(refused.getSqlState());
  }
}
