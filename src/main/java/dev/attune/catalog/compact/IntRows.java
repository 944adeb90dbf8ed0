package dev.attune.catalog.compact;

import java.util.Arrays;

/**
 * Numbers row by row, four bytes each. They grow in blocks, so that many millions come in without
 * ever being copied.
 */
public final class IntRows {
  /** Numbers in a block, as a power of two: 256 KB. */
  private static final int BLOCK_BITS = 16;

  private static final int BLOCK = 1 << BLOCK_BITS;

  private final int[] starts;
  private int[][] blocks = {};
  private int rows;
  private int size;

  /**
   * @param rows how many there will be
   */
  public IntRows(int rows) {
    starts = new int[rows + 1];
  }

  /** Adds a number to the row that is being written. */
  public void add(int number) {
    int block = size >>> BLOCK_BITS;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, Math.max(8, block * 2));
    }
    if (blocks[block] == null) {
      blocks[block] = new int[BLOCK];
    }
    blocks[block][size++ & BLOCK - 1] = number;
  }

  /** Ends the row that is being written. */
  public void endRow() {
    starts[++rows] = size;
  }

  /** The row's numbers are {@link #at} from here to below the next row's. */
  public int from(int row) {
    return starts[row];
  }

  public int at(int index) {
    return blocks[index >>> BLOCK_BITS][index & BLOCK - 1];
  }

  /** How many numbers there are in all rows. */
  public int size() {
    return size;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Edit {
    int[] of(int row, int[] numbers);
  }

  /** Replaces every row by what is made of it, which must not be longer, in its own place. */
  public void replaceEach(Edit made) {
    int from = 0;
    size = 0;
    for (int row = 0; row < rows; row++) {
      int[] numbers = new int[starts[row + 1] - from];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = at(from + i);
      }
      from = starts[row + 1];
      for (int number : made.of(row, numbers)) {
        add(number);
      }
      starts[row + 1] = size;
    }
    blocks = Arrays.copyOf(blocks, (size + BLOCK - 1) >>> BLOCK_BITS);
  }
}
