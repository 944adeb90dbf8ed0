package dev.attune.catalog.compact;

import java.util.Arrays;

/** Places of products in a catalog, in a fixed order. */
public final class Ordinals {
  /** No places. */
  public static final Ordinals NONE = new Ordinals(new int[0]);

  private final int[] places;

  private Ordinals(int[] places) {
    this.places = places;
  }

  /** These places; the array is not copied and not changed any more. */
  static Ordinals of(int[] places) {
    return places.length == 0 ? NONE : new Ordinals(places);
  }

  public int size() {
    return places.length;
  }

  public int at(int index) {
    return places[index];
  }

  /** Places while they come in. */
  public static final class Growing {
    private int[] places = new int[4];
    private int size;

    public void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size + (size >> 1) + 1);
      }
      places[size++] = place;
    }

    public Ordinals done() {
      return of(Arrays.copyOf(places, size));
    }
  }
}
