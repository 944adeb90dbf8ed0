package dev.attune.decision.rank;

import dev.attune.decision.Arrangement;
import dev.attune.decision.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best, with at most so many of one category and of one brand; where that leaves too few, the
 * best of the rest fill up.
 */
public enum Diverse implements Arrangement {
  BY_CATEGORY_AND_BRAND;

  /** Setting: the largest share of a list that one leaf category may take, 0 to 1. */
  public static final String CATEGORY_SHARE = "diversity.category";

  /** Setting: the largest share of a list that one brand may take, 0 to 1. */
  public static final String BRAND_SHARE = "diversity.brand";

  @Override
  public List<Ranked> arrange(List<Ranked> ranked, int first, Map<String, Double> tuning) {
    int perCategory = most(tuning, CATEGORY_SHARE, first);
    int perBrand = most(tuning, BRAND_SHARE, first);
    Map<String, Integer> taken = new HashMap<>();
    Set<Ranked> arranged = new LinkedHashSet<>();
    for (Ranked next : ranked) {
      if (arranged.size() == first) {
        break;
      }
      String category = key("category:", next.candidate().group());
      String brand = key("brand:", next.candidate().brand());
      if (room(taken, category, perCategory) && room(taken, brand, perBrand)) {
        taken.merge(category, 1, Integer::sum);
        taken.merge(brand, 1, Integer::sum);
        arranged.add(next);
      }
    }
    for (Ranked rest : ranked) {
      if (arranged.size() == first) {
        break;
      }
      arranged.add(rest);
    }
    return new ArrayList<>(arranged);
  }

  private static int most(Map<String, Double> tuning, String setting, int first) {
    return Math.max(1, (int) Math.ceil(tuning.getOrDefault(setting, 1.0) * first));
  }

  private static boolean room(Map<String, Integer> taken, String key, int most) {
    return key.isEmpty() || taken.getOrDefault(key, 0) < most;
  }

  private static String key(String prefix, @Nullable String value) {
    return value == null ? "" : prefix + value;
  }
}
