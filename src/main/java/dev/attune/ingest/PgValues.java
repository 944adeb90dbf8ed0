package dev.attune.ingest;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;

/** Parameters of statements that take whole columns as arrays. */
final class PgValues {
  private PgValues() {}

  /** Columns of equal length, each an array. */
  static Tuple columns(Object[]... columns) {
    return Tuple.newInstance(io.vertx.sqlclient.Tuple.from((Object[]) columns));
  }

  static Tuple texts(Collection<String> texts) {
    return columns((Object[]) texts.toArray(String[]::new));
  }
}
