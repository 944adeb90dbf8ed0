package dev.attune.platform.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Lets an erasure wait until nobody writes any more who may not have seen its tombstones. Writers
 * pass together and wait only for an erasure that is passing, which does nothing meanwhile.
 */
public final class ErasureBarrier {
  /** The number of an advisory lock that nothing else uses. */
  private static final long LOCK = 0x41747475_6e65_01L;

  private ErasureBarrier() {}

  /**
   * What a transaction does before it asks for tombstones, and holds to its end. It is sent at
   * once, before whatever is sent after it on this connection.
   */
  public static Uni<Void> enter(SqlConnection connection) {
    return connection
        .query("select pg_advisory_xact_lock_shared(" + LOCK + ")")
        .execute()
        .replaceWithVoid();
  }

  /** Waits for all transactions that have entered; those who enter later see what is committed. */
  public static Uni<Void> pass(SqlConnection connection) {
    return connection
        .query("select pg_advisory_xact_lock(" + LOCK + ")")
        .execute()
        .replaceWithVoid();
  }
}
