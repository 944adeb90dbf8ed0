package dev.attune.record;

import dev.attune.platform.id.GlobalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be shown.
 *
 * @param source who proposed it first
 * @param group what it is alike with, for diversity: the leaf category of a product, or null
 * @param brand its brand, for diversity, or null
 * @param subjectOfReason what a reason may name: the title of its top category, or null
 * @param effects what merchants' rules do to it, by precedence
 */
public record Candidate(
    GlobalId subject,
    String source,
    @Nullable String group,
    @Nullable String brand,
    @Nullable String subjectOfReason,
    Features features,
    List<RuleEffect> effects) {
  /** The source of what only a merchant's rule named. */
  public static final String BY_RULE = "RULE";

  public Candidate {
    effects = List.copyOf(effects);
  }

  /** A candidate that no rule touches. */
  public Candidate(
      GlobalId subject,
      String source,
      @Nullable String group,
      @Nullable String brand,
      @Nullable String subjectOfReason,
      Features features) {
    this(subject, source, group, brand, subjectOfReason, features, List.of());
  }

  /** Whether nothing drew it, and only a merchant's rule named it. */
  public boolean isBrought() {
    return source.equals(BY_RULE);
  }

  /** The same with other features. */
  public Candidate with(Features other) {
    return new Candidate(subject, source, group, brand, subjectOfReason, other, effects);
  }

  /** The same as these rules touch it. */
  public Candidate touched(List<RuleEffect> by) {
    return new Candidate(subject, source, group, brand, subjectOfReason, features, by);
  }
}
