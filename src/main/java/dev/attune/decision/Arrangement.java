package dev.attune.decision;

import java.util.List;
import java.util.Map;

/** Makes a list out of a ranking. Pure. */
public interface Arrangement {
  /**
   * @param ranked best first
   * @param first how many are wanted
   * @param tuning the slot's settings by name
   */
  List<Ranked> arrange(List<Ranked> ranked, int first, Map<String, Double> tuning);
}
