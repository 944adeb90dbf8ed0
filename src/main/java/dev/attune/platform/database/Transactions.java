package dev.attune.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.util.function.Function;

/** Transactions that are begun again where PostgreSQL broke them off to end a deadlock. */
public final class Transactions {
  private static final String DEADLOCK = "40P01";

  /** Whoever is broken off has lost a second by then: more than a few are no accident. */
  private static final int AGAIN = 3;

  private Transactions() {}

  /**
   * All of it in one transaction.
   *
   * @param work done again from its beginning; it has no other effect than in the transaction
   */
  public static <T> Uni<T> in(Pool pool, Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> pool.withTransaction(work))
        .onFailure(Transactions::deadlocked)
        .retry()
        .atMost(AGAIN);
  }

  /** Whether PostgreSQL broke a transaction off to end a deadlock. */
  public static boolean deadlocked(Throwable failure) {
    return failure instanceof PgException broken && DEADLOCK.equals(broken.getSqlState());
  }
}
