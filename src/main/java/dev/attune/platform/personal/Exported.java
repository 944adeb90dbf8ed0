package dev.attune.platform.personal;

import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** How many rows of each table, which says nothing of whom. */
  public static Map<String, Long> counted(List<Exported> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(Exported::table, TreeMap::new, Collectors.counting()));
  }
}
