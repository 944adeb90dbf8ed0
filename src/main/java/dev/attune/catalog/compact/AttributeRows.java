package dev.attune.catalog.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import java.util.Arrays;

/**
 * A catalog's attributes, numbered as they first appear, and the numbers that products have. Most
 * products of a shop share their attributes, so what is to be known of each is found out once.
 */
public final class AttributeRows {
  private static final int FIRST_SLOTS = 1 << 10;

  private final IntRows rows;
  private Attribute[] attributes = new Attribute[FIRST_SLOTS / 2];
  private int[] counts = new int[FIRST_SLOTS / 2];
  private int size;

  /** Where the attributes stand that were met, by identity: number and one, 0 for a free slot. */
  private int[] slots = new int[FIRST_SLOTS];

  private AttributeRows(int products) {
    rows = new IntRows(products);
  }

  public static AttributeRows of(CatalogSnapshot catalog) {
    AttributeRows all = new AttributeRows(catalog.size());
    for (int row = 0; row < catalog.size(); row++) {
      for (Attribute attribute : catalog.at(row).attributes()) {
        int number = all.number(attribute);
        all.counts[number]++;
        all.rows.add(number);
      }
      all.rows.endRow();
    }
    all.slots = new int[0];
    return all;
  }

  private int number(Attribute attribute) {
    int slot = slot(attribute);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == attributes.length) {
      attributes = Arrays.copyOf(attributes, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
      slots = new int[size * 4];
      for (int number = 0; number < size; number++) {
        slots[slot(attributes[number])] = number + 1;
      }
      slot = slot(attribute);
    }
    attributes[size] = attribute;
    slots[slot] = ++size;
    return size - 1;
  }

  @SuppressWarnings("ReferenceEquality") // equal ones are one object, but for some; see the class
  private int slot(Attribute attribute) {
    int slot = System.identityHashCode(attribute) & slots.length - 1;
    while (slots[slot] != 0 && attributes[slots[slot] - 1] != attribute) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** How many different ones there are; equal ones may have two numbers. */
  public int size() {
    return size;
  }

  public Attribute attribute(int number) {
    return attributes[number];
  }

  /** How many products have the one with this number. */
  public int products(int number) {
    return counts[number];
  }

  /** The numbers of a row are {@link #at} from here to below the next row's. */
  public int from(int row) {
    return rows.from(row);
  }

  public int at(int index) {
    return rows.at(index);
  }
}
