package dev.attune.models.sequence;

import java.util.Arrays;

/** The different products of a batch, each with a place, a vector and its gradient. */
final class Rows {
  final int[] items;
  final float[] vectors;
  final float[] gradients;
  int size;

  private final int[] places;
  private final int dims;

  /**
   * @param most different products that a batch can have
   * @param products of the shop
   */
  Rows(int most, int products, int dims) {
    this.items = new int[most];
    this.vectors = new float[most * dims];
    this.gradients = new float[most * dims];
    this.places = new int[products];
    this.dims = dims;
    Arrays.fill(places, -1);
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      places[items[i]] = -1;
    }
    size = 0;
  }

  /** The place of an item, which it gets when it has none. */
  int add(int item) {
    if (places[item] < 0) {
      places[item] = size;
      items[size++] = item;
    }
    return places[item];
  }

  /** Reads the vectors of all, and sets their gradients to 0. */
  void read(Embedding from) {
    for (int i = 0; i < size; i++) {
      from.read(items[i], vectors, i * dims);
    }
    Arrays.fill(gradients, 0, size * dims, 0);
  }
}
