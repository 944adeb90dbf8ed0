package dev.attune.models.backtest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backtest found.
 *
 * @param values by name, in the order in which they are told
 */
public record Scores(Map<String, Number> values) {
  public Scores {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public double get(String name) {
    return values.getOrDefault(name, 0).doubleValue();
  }
}
