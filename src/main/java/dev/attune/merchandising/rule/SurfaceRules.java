package dev.attune.merchandising.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one surface, so that only those that may touch a candidate are asked about it.
 *
 * @param placing pins and slots, by priority
 * @param bySubject those that name what they are about, by global id
 * @param byCategory those that name categories, by handle
 * @param byBrand those whose condition holds for one brand alone
 * @param others all else
 */
record SurfaceRules(
    List<CompiledRule> placing,
    Map<String, List<CompiledRule>> bySubject,
    Map<String, List<CompiledRule>> byCategory,
    Map<String, List<CompiledRule>> byBrand,
    List<CompiledRule> others) {
  static SurfaceRules of(Surface surface, List<CompiledRule> all) {
    List<CompiledRule> placing = new ArrayList<>();
    Map<String, List<CompiledRule>> bySubject = new HashMap<>();
    Map<String, List<CompiledRule>> byCategory = new HashMap<>();
    Map<String, List<CompiledRule>> byBrand = new HashMap<>();
    List<CompiledRule> others = new ArrayList<>();
    for (CompiledRule one : all) {
      if (!acts(one, surface)) {
        continue;
      }
      if (one.action().placing()) {
        placing.add(one);
      } else if (!one.rule().subjects().isEmpty()) {
        one.rule().subjects().forEach(id -> put(bySubject, id, one));
      } else if (!one.rule().scope().categories().isEmpty()) {
        one.rule().scope().categories().forEach(category -> put(byCategory, category, one));
      } else if (one.condition() != null && one.condition().onlyBrand() != null) {
        put(byBrand, one.condition().onlyBrand(), one);
      } else {
        others.add(one);
      }
    }
    return new SurfaceRules(placing, bySubject, byCategory, byBrand, others);
  }

  boolean isEmpty() {
    return placing.isEmpty()
        && bySubject.isEmpty()
        && byCategory.isEmpty()
        && byBrand.isEmpty()
        && others.isEmpty();
  }

  private static boolean acts(CompiledRule one, Surface surface) {
    boolean here =
        one.rule().scope().surfaces().isEmpty() || one.rule().scope().surfaces().contains(surface);
    return here && (surface != Surface.SORTED || one.action() instanceof Action.Hide);
  }

  private static void put(Map<String, List<CompiledRule>> into, String key, CompiledRule one) {
    into.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
  }
}
