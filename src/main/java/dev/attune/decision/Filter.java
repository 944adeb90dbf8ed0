package dev.attune.decision;

import dev.attune.record.Features;
import java.util.Map;

/** Says whether a candidate may be shown, from its features alone. */
public interface Filter {
  /** What it is called in a trace, {@code in_stock}. */
  String name();

  Verdict judge(Features features);

  /**
   * What a filter says that also reads the slot's settings.
   *
   * @param tuning the slot's settings by name
   */
  default Verdict judge(Features features, Map<String, Double> tuning) {
    return judge(features);
  }
}
