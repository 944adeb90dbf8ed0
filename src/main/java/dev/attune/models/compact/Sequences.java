package dev.attune.models.compact;

import java.util.Arrays;

/** Many sequences one behind the other in flat arrays: eight bytes a product. */
public final class Sequences {
  private int[] starts = new int[16];
  private int[] items = new int[64];
  private int[] seconds = new int[64];
  private int count;
  private int size;

  public void add(Sequence sequence) {
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, grown(starts.length));
    }
    if (size + sequence.size() > items.length) {
      int length = Math.max(grown(items.length), size + sequence.size());
      items = Arrays.copyOf(items, length);
      seconds = Arrays.copyOf(seconds, length);
    }
    System.arraycopy(sequence.items(), 0, items, size, sequence.size());
    System.arraycopy(sequence.seconds(), 0, seconds, size, sequence.size());
    size += sequence.size();
    starts[++count] = size;
  }

  /** How many sequences. */
  public int count() {
    return count;
  }

  /** The product at a place of all of it. */
  public int item(int at) {
    return items[at];
  }

  /** When that was. */
  public int second(int at) {
    return seconds[at];
  }

  /** The places of the sequence that a place belongs to. */
  public Interactions.Span around(int at) {
    int found = Arrays.binarySearch(starts, 0, count + 1, at);
    int sequence = found >= 0 ? found : -found - 2;
    return new Interactions.Span(starts[sequence], starts[sequence + 1]);
  }

  /** In how many sequences each product is. */
  public int[] counts(int products) {
    int[] counts = new int[products];
    for (int at = 0; at < size; at++) {
      counts[items[at]]++;
    }
    return counts;
  }

  /** All places by product, those of a product in order. */
  public int[] places(int[] counts) {
    int[] next = new int[counts.length];
    for (int item = 1; item < counts.length; item++) {
      next[item] = next[item - 1] + counts[item - 1];
    }
    int[] places = new int[size];
    for (int at = 0; at < size; at++) {
      places[next[items[at]]++] = at;
    }
    return places;
  }

  /** Half as much again: doubling would hold three times what is needed while it copies. */
  static int grown(int length) {
    return length + (length >> 1);
  }
}
