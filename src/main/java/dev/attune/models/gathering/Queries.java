package dev.attune.models.gathering;

import dev.attune.models.demand.SearchTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for what shoppers search for. */
final class Queries {
  /** Stands for what is too long to be told to others, and for what came after all the others. */
  static final int UNTOLD = -1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> all = new ArrayList<>();

  int of(String query) {
    Integer number = numbers.get(query);
    if (number != null) {
      return number;
    }
    if (!SearchTerms.tellable(query) || all.size() == SearchTerms.BOUND) {
      return UNTOLD;
    }
    numbers.put(query, all.size());
    all.add(query);
    return all.size() - 1;
  }

  String named(int number) {
    return all.get(number);
  }
}
