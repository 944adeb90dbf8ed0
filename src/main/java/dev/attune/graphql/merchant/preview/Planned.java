package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.merchant.ContentReading;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.content.BadgeReading;
import dev.attune.graphql.merchant.rule.RuleReading;
import dev.attune.graphql.merchant.segment.SegmentReading;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.Prepared;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.check.RuleCheck;
import dev.attune.merchandising.segment.Segment;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    Saved saved = new Saved(drafts);
    List<Rule> rules = saved.of(live.drafts(), Rule::id);
    rules.addAll(each("drafts.rules", drafts.rules, RuleReading::rule));
    rules.forEach(RuleCheck::requireSound);
    Prepared content = saved.of(live.prepared());
    content =
        content.and(
            Kind.SEGMENT, each("drafts.segments", drafts.segments, SegmentReading::segment));
    content.of(Kind.SEGMENT).forEach(Planned::requireCompiling);
    content = content.and(Kind.HERO, each("drafts.heroes", drafts.heroes, ContentReading::hero));
    content = content.and(Kind.OFFER, each("drafts.offers", drafts.offers, ContentReading::offer));
    List<OwnBadge> badges = saved.of(live.badges().drafts(), OwnBadge::id);
    badges.addAll(each("drafts.badges", drafts.badges, BadgeReading::badge));
    saved.requireAllFound();
    badges.forEach(badge -> requireCompiling("badge.condition", badge.condition()));
    return live.showing(content).trying(rules).marking(badges);
  }

  /** Picks the saved drafts that are asked for, all of them or by id. */
  private static final class Saved {
    private final boolean all;
    private final Set<String> ids;
    private final Set<String> missing;

    Saved(PreviewDraftsInput drafts) {
      this.all = Boolean.TRUE.equals(drafts.saved);
      this.ids = drafts.ids == null ? Set.of() : Set.copyOf(drafts.ids);
      this.missing = new TreeSet<>(ids);
    }

    <T> List<T> of(List<T> drafts, Function<T, String> id) {
      drafts.forEach(one -> missing.remove(id.apply(one)));
      return new ArrayList<>(
          drafts.stream().filter(one -> all || ids.contains(id.apply(one))).toList());
    }

    Prepared of(Prepared drafts) {
      Prepared chosen = Prepared.NOTHING;
      for (Kind.Drafted<?> kind : Kind.DRAFTED) {
        chosen = with(chosen, kind, drafts);
      }
      return chosen;
    }

    private <T extends Kind.Draftable> Prepared with(
        Prepared chosen, Kind.Drafted<T> kind, Prepared drafts) {
      return chosen.and(kind, of(drafts.of(kind), Kind.Draftable::id));
    }

    void requireAllFound() {
      if (!missing.isEmpty()) {
        throw new AttuneException(
            ErrorCode.UNKNOWN_ID,
            "drafts.ids",
            "There is no draft of " + missing.iterator().next());
      }
    }
  }

  private static void requireCompiling(Segment segment) {
    Conditions.ofShopper("segment.condition", segment.condition());
  }

  private static void requireCompiling(String field, @Nullable String condition) {
    if (condition != null) {
      Conditions.ofProductAndShopper(field, condition);
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
