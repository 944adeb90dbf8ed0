package dev.attune.events.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rows of owner, time, place, kind and value in the order in which they came, 20 bytes each. They
 * lie in blocks, so that growing copies nothing.
 */
final class Rows {
  private static final int BITS = 14;
  private static final int LENGTH = 1 << BITS;
  private static final int KIND_BITS = 4;

  private final List<Block> blocks = new ArrayList<>();
  private int size;

  private static final class Block {
    private final int[] owners = new int[LENGTH];
    private final long[] times = new long[LENGTH];
    private final int[] places = new int[LENGTH];
    private final int[] values = new int[LENGTH];
  }

  /**
   * @param micros since any epoch; 59 bits are kept
   * @param kind from 0 to 15
   */
  void add(int owner, long micros, int place, int kind, int value) {
    if (size >> BITS == blocks.size()) {
      blocks.add(new Block());
    }
    put(size++, owner, micros << KIND_BITS | kind, place, value);
  }

  int size() {
    return size;
  }

  int owner(int row) {
    return blocks.get(row >> BITS).owners[row & (LENGTH - 1)];
  }

  long micros(int row) {
    return blocks.get(row >> BITS).times[row & (LENGTH - 1)] >> KIND_BITS;
  }

  int place(int row) {
    return blocks.get(row >> BITS).places[row & (LENGTH - 1)];
  }

  int kind(int row) {
    return (int) blocks.get(row >> BITS).times[row & (LENGTH - 1)] & ((1 << KIND_BITS) - 1);
  }

  int value(int row) {
    return blocks.get(row >> BITS).values[row & (LENGTH - 1)];
  }

  /** Whether both belong to one event, where they are the same owner's. */
  boolean together(int row, int other) {
    return micros(row) == micros(other) && place(row) == place(other);
  }

  /** Whether the one is before the other by time and place; both come with their events' order. */
  boolean before(int row, int other) {
    long at = micros(row);
    long otherAt = micros(other);
    return at < otherAt || (at == otherAt && place(row) < place(other));
  }

  /** Lets go of all but the rows of some owners. */
  void keep(IntPredicate owners) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (owners.test(owner(row))) {
        Block from = blocks.get(row >> BITS);
        int at = row & (LENGTH - 1);
        put(kept++, from.owners[at], from.times[at], from.places[at], from.values[at]);
      }
    }
    size = kept;
    blocks.subList((kept + LENGTH - 1) >> BITS, blocks.size()).clear();
  }

  private void put(int row, int owner, long time, int place, int value) {
    Block block = blocks.get(row >> BITS);
    int at = row & (LENGTH - 1);
    block.owners[at] = owner;
    block.times[at] = time;
    block.places[at] = place;
    block.values[at] = value;
  }
}
