package dev.attune.decision.source.taste;

import dev.attune.catalog.compact.Assortment;
import dev.attune.catalog.compact.Leaf;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import java.util.List;

/** A shopper's interest in categories, by the categories' numbers. */
public final class CategoryTaste {
  private final int[] categories;
  private final double[] scores;
  private int size;

  public CategoryTaste(Assortment assortment, List<Affinity> all) {
    categories = new int[all.size()];
    scores = new double[all.size()];
    for (Affinity interest : all) {
      int number =
          interest.dimension() == Dimension.CATEGORY ? assortment.number(interest.value()) : -1;
      if (number >= 0) {
        categories[size] = number;
        scores[size++] = interest.score();
      }
    }
  }

  /** The mean over the category and its ancestors, 0 to 1. */
  public double in(Leaf leaf) {
    double sum = 0;
    for (int number : leaf.lineage()) {
      sum += of(number) / leaf.lineage().length;
    }
    return sum;
  }

  private double of(int number) {
    for (int i = 0; i < size; i++) {
      if (categories[i] == number) {
        return scores[i];
      }
    }
    return 0;
  }
}
