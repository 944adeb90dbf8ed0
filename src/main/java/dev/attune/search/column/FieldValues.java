package dev.attune.search.column;

import java.util.HashMap;
import java.util.Map;

/**
 * Which rows have which value in which field, whatever they cost. Values are numbered field by
 * field. A value that many rows have keeps them as a set, one that few have as a list; fields that
 * are counted as facets are also kept row by row.
 */
public final class FieldValues {
  private final Map<String, Integer> fields;
  private final String[] names;
  private final String[] labels;
  private final int[] firstOfField;
  private final FieldValue[] values;
  private final int counted;
  private final RowSet[] sets;
  private final Lists lists;
  private final Rows rows;

  /** Lists of the rows of values: those of value {@code v} lie from {@code from[v]}. */
  record Lists(int[] from, int[] rows) {
    int size(int value) {
      return from[value + 1] - from[value];
    }
  }

  /** Lists of the counted values of rows: those of row {@code r} lie from {@code from[r]}. */
  record Rows(int[] from, char[] values) {}

  /** Names and labels of fields, and the number of the first value of each and of one more. */
  record Fields(Map<String, Integer> numbers, String[] names, String[] labels, int[] first) {}

  /**
   * @param counted values below this number are in the rows
   * @param sets for values with many rows, else null
   */
  FieldValues(
      Fields fields, FieldValue[] values, int counted, RowSet[] sets, Lists lists, Rows rows) {
    this.fields = fields.numbers();
    this.names = fields.names();
    this.labels = fields.labels();
    this.firstOfField = fields.first();
    this.values = values;
    this.counted = counted;
    this.sets = sets;
    this.lists = lists;
    this.rows = rows;
  }

  /** The field's number, -1 for one that no product has. */
  public int field(String name) {
    return fields.getOrDefault(FieldValue.key(name), -1);
  }

  public int fieldCount() {
    return names.length;
  }

  /** The field's name, lower case. */
  public String fieldName(int field) {
    return names[field];
  }

  public String label(int field) {
    return labels[field];
  }

  /** The field's values have the numbers from this one to below that of the next field. */
  public int first(int field) {
    return firstOfField[field];
  }

  public FieldValue value(int number) {
    return values[number];
  }

  /** The numbers of the field's values by their keys. */
  Map<String, Integer> numbers(int field) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = first(field); number < first(field + 1); number++) {
      numbers.put(values[number].key(), number);
    }
    return numbers;
  }

  /** How many values are known row by row: those of the lowest numbers. */
  public int counted() {
    return counted;
  }

  /** The row's counted values are {@link #valueAt} from here to below the next row's. */
  public int from(int row) {
    return rows.from()[row];
  }

  public int valueAt(int index) {
    return rows.values()[index];
  }

  /** Adds all rows that have the value. */
  public void addRows(int value, RowSet to) {
    if (sets[value] != null) {
      to.addAll(sets[value]);
      return;
    }
    for (int i = lists.from()[value]; i < lists.from()[value + 1]; i++) {
      to.add(lists.rows()[i]);
    }
  }

  /** How many rows of the set have the value. */
  public int countIn(int value, RowSet set) {
    return sets[value] != null
        ? sets[value].sizeWith(set)
        : set.sizeAmong(lists.rows(), lists.from()[value], lists.from()[value + 1]);
  }

  /** How much {@link #countIn} has to read, in numbers. */
  public int costOf(int value) {
    return sets[value] != null ? (rows.from().length >> 6) + 1 : lists.size(value);
  }
}
