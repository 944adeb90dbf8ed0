package dev.attune.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Something that is written in a transaction of others: both are there, or neither. */
@FunctionalInterface
public interface Alongside {
  /** Fails where the whole transaction must not be. */
  Uni<Void> write(SqlConnection connection);
}
