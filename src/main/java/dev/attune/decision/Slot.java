package dev.attune.decision;

import dev.attune.decision.explore.Exploration;
import dev.attune.decision.weigh.Remade;
import dev.attune.decision.weigh.Weights;
import dev.attune.record.Basis;
import dev.attune.record.Feature;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One personalized field as a declaration: from what, keeping what, ranked how, else what. */
public final class Slot {
  private final String name;
  private List<Source> sources = List.of();
  private List<Filter> filters = List.of();
  private final Map<String, Double> tuning = new TreeMap<>();
  private Arrangement arrangement =
      (ranked, first, any) -> ranked.subList(0, Math.min(first, ranked.size()));
  private @Nullable Source fallback;
  private @Nullable Source untried;
  private @Nullable Basis basis;
  private final Remade<Map<String, Double>> learned = new Remade<>();
  private final Remade<Map<String, Double>> exploring = new Remade<>();
  private final Remade<Weights> weighed = new Remade<>();
  private final Remade<String> policies = new Remade<>();

  private Slot(String name) {
    this.name = name;
  }

  /**
   * @param name what it is called in the log and in traces, {@code hero}
   */
  public static Slot named(String name) {
    return new Slot(name);
  }

  public Slot from(Source... from) {
    sources = List.of(from);
    return this;
  }

  public Slot keeping(Filter... judges) {
    filters = List.of(judges);
    return this;
  }

  /** The score is the sum of these features' values, each times its weight. */
  public Slot rankedBy(Map<Feature, Double> weights) {
    weights.forEach((feature, weight) -> tuning.put(feature.name(), weight));
    return this;
  }

  public Slot arrangedBy(Arrangement with, Map<String, Double> settings) {
    arrangement = with;
    tuning.putAll(settings);
    return this;
  }

  /** Settings that its filters read, by name. */
  public Slot within(Map<String, Double> settings) {
    tuning.putAll(settings);
    return this;
  }

  /** What is shown when nothing else is left; judged by the same filters. */
  public Slot otherwise(Source source) {
    fallback = source;
    return this;
  }

  /** One place of some of its lists goes to one of these. */
  public Slot exploring(Source among) {
    untried = among;
    return this;
  }

  /** Its answers rest on this, whatever ranked them. */
  public Slot alwaysOn(Basis fixed) {
    basis = fixed;
    return this;
  }

  public String name() {
    return name;
  }

  /** Where its candidates come from. */
  public List<Source> sources() {
    return sources;
  }

  List<Filter> filters() {
    return filters;
  }

  Map<String, Double> tuning() {
    return tuning;
  }

  Arrangement arrangement() {
    return arrangement;
  }

  @Nullable Source fallback() {
    return fallback;
  }

  @Nullable Source untried() {
    return untried;
  }

  @Nullable Basis basis() {
    return basis;
  }

  /** The weights that were stated for it, by feature. */
  public Map<String, Double> stated() {
    Map<String, Double> stated = new TreeMap<>();
    weights(tuning).forEach((feature, weight) -> stated.put(feature.name(), weight));
    return stated;
  }

  /** Its settings, with the weights that were learned for it in place of the stated ones. */
  Map<String, Double> tuning(Map<String, Double> learnt) {
    return learned.of(
        learnt,
        any -> {
          Map<String, Double> all = new TreeMap<>(tuning);
          all.putAll(learnt);
          return Map.copyOf(all);
        });
  }

  /** Settings of its own where a share of its lists explores. */
  Map<String, Double> exploring(Map<String, Double> settings, double share) {
    return share <= 0
        ? settings
        : exploring.of(settings, share, all -> Map.copyOf(Exploration.tuned(all, share)));
  }

  /** How much each feature counts by settings of its own. */
  Weights weighing(Map<String, Double> settings) {
    return weighed.of(settings, Weights::of);
  }

  /** The policy of settings of its own. */
  String policyOf(Map<String, Double> settings) {
    return policies.of(settings, Slot::policy);
  }

  /** Changes whenever a weight or setting does. */
  static String policy(Map<String, Double> tuning) {
    return Integer.toHexString(new HashMap<>(tuning).hashCode());
  }

  /** The weights among recorded settings. */
  static Map<Feature, Double> weights(Map<String, Double> tuning) {
    Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      Double weight = tuning.get(feature.name());
      if (weight != null) {
        weights.put(feature, weight);
      }
    }
    return weights;
  }
}
