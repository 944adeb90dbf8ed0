package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.merchant.ContentReading;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.rule.RuleReading;
import dev.attune.graphql.merchant.segment.SegmentReading;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What merchants wrote as it would be with drafts. */
final class Planned {
  /** More drafts than this are no preview of anything. */
  private static final int MOST = 50;

  private Planned() {}

  /**
   * @throws dev.attune.platform.error.AttuneException with the field, for what cannot be read
   */
  static Merchandise of(@Nullable PreviewDraftsInput drafts, Merchandise live) {
    if (drafts == null) {
      return live;
    }
    List<Rule> rules = new ArrayList<>();
    if (Boolean.TRUE.equals(drafts.saved)) {
      rules.addAll(live.drafts());
    }
    rules.addAll(live.drafts(drafts.ids == null ? List.of() : drafts.ids));
    rules.addAll(each("drafts.rules", drafts.rules, RuleReading::rule));
    rules.forEach(Planned::requireCompiling);
    List<Segment> segments = each("drafts.segments", drafts.segments, SegmentReading::segment);
    List<Hero> heroes = each("drafts.heroes", drafts.heroes, ContentReading::hero);
    List<Offer> offers = each("drafts.offers", drafts.offers, ContentReading::offer);
    return live.trying(rules, segments).showing(heroes, offers);
  }

  private static void requireCompiling(Rule rule) {
    String condition = rule.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("rule.condition", condition);
    }
  }

  private static <I, T> List<T> each(String field, @Nullable List<I> inputs, Function<I, T> read) {
    if (inputs == null) {
      return List.of();
    }
    Merchants.require(inputs.size() <= MOST, field, "At most " + MOST + " drafts of a kind");
    return inputs.stream().map(read).toList();
  }
}
