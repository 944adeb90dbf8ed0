package dev.attune.platform.personal;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table that is a person's.
 *
 * @param json an object
 */
public record Exported(String table, String json) {
  /** Rows whose first column is the object as text. */
  public static List<Exported> rows(String table, Iterable<Row> rows) {
    List<Exported> exported = new ArrayList<>();
    for (Row row : rows) {
      exported.add(new Exported(table, row.getString(0)));
    }
    return exported;
  }
}
