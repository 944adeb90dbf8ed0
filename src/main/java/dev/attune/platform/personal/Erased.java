package dev.attune.platform.personal;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows went from which tables, which says nothing of whom.
 *
 * @param rows without tables from which none did
 */
public record Erased(Map<String, Long> rows) {
  /** Where nothing was. */
  public static final Erased NOTHING = new Erased(Map.of());

  public Erased {
    rows = Map.copyOf(rows);
  }

  /** So many of one table. */
  public static Erased of(String table, long rows) {
    return rows == 0 ? NOTHING : new Erased(Map.of(table, rows));
  }

  /** These and those. */
  public Erased and(Erased more) {
    Map<String, Long> all = new TreeMap<>(rows);
    more.rows.forEach((table, gone) -> all.merge(table, gone, Long::sum));
    return new Erased(all);
  }
}
