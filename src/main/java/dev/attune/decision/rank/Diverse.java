package dev.attune.decision.rank;

import dev.attune.decision.Arrangement;
import dev.attune.decision.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Integer> categories = new HashMap<>();
    Map<String, Integer> brands = new HashMap<>();
    boolean[] taken = new boolean[ranked.size()];
    List<Ranked> arranged = new ArrayList<>(Math.min(first, ranked.size()));
    for (int i = 0; i < taken.length && arranged.size() < first; i++) {
      @Nullable String category = ranked.get(i).candidate().group();
      @Nullable String brand = ranked.get(i).candidate().brand();
      if (room(categories, category, perCategory) && room(brands, brand, perBrand)) {
        count(categories, category);
        count(brands, brand);
        taken[i] = true;
        arranged.add(ranked.get(i));
      }
    }
    for (int i = 0; i < taken.length && arranged.size() < first; i++) {
      if (!taken[i]) {
        arranged.add(ranked.get(i));
      }
    }
    return arranged;
  }

  private static int most(Map<String, Double> tuning, String setting, int first) {
    return Math.max(1, (int) Math.ceil(tuning.getOrDefault(setting, 1.0) * first));
  }

  /** What has none is alike with nothing. */
  private static boolean room(Map<String, Integer> taken, @Nullable String key, int most) {
    return key == null || taken.getOrDefault(key, 0) < most;
  }

  private static void count(Map<String, Integer> taken, @Nullable String key) {
    if (key != null) {
      taken.merge(key, 1, Integer::sum);
    }
  }
}
