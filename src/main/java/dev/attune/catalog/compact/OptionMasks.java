package dev.attune.catalog.compact;

import java.util.Arrays;

/** Which variants of a row have an option, a bit for each, of rows with few enough of them. */
public final class OptionMasks {
  /** So many variants have a bit. */
  public static final int WIDEST = 32;

  private final int[] from;
  private final int[] options;
  private final int[] variants;

  private OptionMasks(int[] from, int[] options, int[] variants) {
    this.from = from;
    this.options = options;
    this.variants = variants;
  }

  /**
   * @param size how many rows there are
   */
  public static OptionMasks of(OptionRows rows, int size) {
    int[] from = new int[size + 1];
    int most = rows.from(rows.variants());
    int[] options = new int[most];
    int[] variants = new int[most];
    int end = 0;
    for (int row = 0; row < size; row++) {
      int first = rows.first(row);
      boolean narrow = rows.first(row + 1) - first <= WIDEST;
      int last = narrow ? rows.first(row + 1) : first;
      for (int variant = first; variant < last; variant++) {
        for (int at = rows.from(variant); at < rows.from(variant + 1); at++) {
          int place = place(options, from[row], end, rows.option(at));
          options[place] = rows.option(at);
          variants[place] |= 1 << variant - first;
          end = Math.max(end, place + 1);
        }
      }
      from[row + 1] = end;
    }
    return new OptionMasks(from, Arrays.copyOf(options, end), Arrays.copyOf(variants, end));
  }

  private static int place(int[] options, int from, int end, int option) {
    int place = from;
    while (place < end && options[place] != option) {
      place++;
    }
    return place;
  }

  /**
   * Counts each option of the row that none of some variants has.
   *
   * @param some a bit for each of the row's variants
   */
  public void countMissing(int row, int some, int[] missing) {
    for (int i = from[row]; i < from[row + 1]; i++) {
      missing[options[i]] += (variants[i] & some) == 0 ? 1 : 0;
    }
  }
}
