package dev.attune.platform.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Set;

/** Part of a transaction that changes what the store has of some people. */
@FunctionalInterface
public interface Touching {
  /** Changes it; the keys of whose it was. */
  Uni<Set<String>> write(SqlConnection connection);
}
