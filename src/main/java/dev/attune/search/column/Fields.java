package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.catalog.compact.OptionRows;
import java.util.HashMap;
import java.util.Map;

/**
 * The values of fields, and which variant has which.
 *
 * @param differing the rows whose variants have different options
 */
record Fields(FieldValues values, OptionRows options, RowSet differing) {
  static Fields of(CatalogSnapshot catalog, AttributeRows attributes) {
    FieldValues values = new FieldValuesBuilder(catalog, attributes).build();
    Map<Integer, Map<String, Integer>> numbers = new HashMap<>();
    OptionRows options =
        OptionRows.of(
            catalog,
            (name, value) -> {
              int field = values.field(name);
              return field < 0
                  ? -1
                  : numbers
                      .computeIfAbsent(field, values::numbers)
                      .getOrDefault(FieldValue.key(value), -1);
            });
    RowSet differing = RowSet.none(catalog.size());
    for (int row : options.rows()) {
      differing.add(row);
    }
    return new Fields(values, options, differing);
  }
}
