package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import java.util.Arrays;

/** Sorts rows by the ids of their products, four characters at a time, which spares most looks. */
public final class IdOrder {
  /** The characters that are compared at once, a byte each beside the row. */
  private static final int AT_ONCE = 4;

  /** Stands for all characters that are not ASCII; where it appears, whole ids are compared. */
  private static final int BEYOND = 0x7f;

  /** So few are compared whole. */
  private static final int FEW = 8;

  private final CatalogSnapshot catalog;
  private final int[] rows;

  private IdOrder(CatalogSnapshot catalog) {
    this.catalog = catalog;
    this.rows = new int[catalog.size()];
    Arrays.setAll(rows, row -> row);
  }

  /** The rows in the order of their ids. */
  public static int[] of(CatalogSnapshot catalog) {
    IdOrder order = new IdOrder(catalog);
    order.sort(0, order.rows.length, 0);
    return order.rows;
  }

  private void sort(int from, int to, int depth) {
    if (to - from <= FEW) {
      sortWhole(from, to);
      return;
    }
    long[] keys = new long[to - from];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(id(rows[from + i]), depth) << Integer.SIZE | rows[from + i];
    }
    Arrays.parallelSort(keys);
    int start = 0;
    for (int i = 0; i < keys.length; i++) {
      rows[from + i] = (int) keys[i];
      if (i + 1 == keys.length || keys[i] >> Integer.SIZE != keys[i + 1] >> Integer.SIZE) {
        refine(from + start, from + i + 1, depth, keys[i] >>> Integer.SIZE);
        start = i + 1;
      }
    }
  }

  /** Sorts those that begin alike. */
  private void refine(int from, int to, int depth, long key) {
    if (to - from == 1) {
      return;
    }
    if (isBeyond(key)) {
      sortWhole(from, to);
    } else if ((key & 0xff) != 0) {
      sort(from, to, depth + AT_ONCE);
    }
  }

  private static boolean isBeyond(long key) {
    for (long rest = key; rest != 0; rest >>>= Byte.SIZE) {
      if ((rest & 0xff) == BEYOND) {
        return true;
      }
    }
    return false;
  }

  private void sortWhole(int from, int to) {
    Integer[] some = new Integer[to - from];
    Arrays.setAll(some, i -> rows[from + i]);
    Arrays.sort(some, (a, b) -> id(a).compareTo(id(b)));
    for (int i = 0; i < some.length; i++) {
      rows[from + i] = some[i];
    }
  }

  private String id(int row) {
    return catalog.at(row).id().value();
  }

  /** Bytes in the order of the characters, 0 behind the last one that can be told. */
  private static long key(String id, int depth) {
    long key = 0;
    boolean told = true;
    for (int i = depth; i < depth + AT_ONCE; i++) {
      int next = told && i < id.length() ? Math.min(id.charAt(i) + 1, BEYOND) : 0;
      told &= next != BEYOND;
      key = key << Byte.SIZE | next;
    }
    return key;
  }
}
