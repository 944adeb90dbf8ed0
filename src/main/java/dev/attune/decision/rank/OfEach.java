package dev.attune.decision.rank;

import dev.attune.decision.Arrangement;
import dev.attune.decision.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** So many of each group, the best first; what nothing speaks for is left out. */
public enum OfEach implements Arrangement {
  GROUP;

  @Override
  public List<Ranked> arrange(List<Ranked> ranked, int first, Map<String, Double> tuning) {
    Map<String, Integer> taken = new HashMap<>();
    List<Ranked> arranged = new ArrayList<>();
    for (Ranked one : ranked) {
      boolean fits = one.score() > 0;
      if (fits && taken.merge(String.valueOf(one.candidate().group()), 1, Integer::sum) <= first) {
        arranged.add(one);
      }
    }
    return arranged;
  }
}
