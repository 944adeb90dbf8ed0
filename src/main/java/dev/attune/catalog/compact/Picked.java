package dev.attune.catalog.compact;

import java.util.AbstractList;
import java.util.RandomAccess;

/** What stands at some places of an array, as a list that holds nothing but the places. */
public final class Picked<T> extends AbstractList<T> implements RandomAccess {
  private final T[] all;
  private final Ordinals places;

  /**
   * @param all not copied, and not changed any more
   */
  public Picked(T[] all, Ordinals places) {
    this.all = all;
    this.places = places;
  }

  @Override
  public T get(int index) {
    return all[places.at(index)];
  }

  @Override
  public int size() {
    return places.size();
  }
}
