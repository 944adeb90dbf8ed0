package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RuleRevision;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.rule.check.RuleConflict;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A rule as a merchant reads it, with the version to bring back when it is written. */
@Name("Rule")
@Description("A rule: what shoppers get now, and what is being prepared.")
public record MerchantRule(
    @NonNull @Id String id, int version, @Nullable RuleBody live, @Nullable RuleBody draft) {
  static MerchantRule of(WrittenRule rule) {
    return new MerchantRule(rule.id(), rule.version(), body(rule.live()), body(rule.draft()));
  }

  /** Out of force: nobody gets anything of it, and nothing is being prepared. */
  static MerchantRule archived(WrittenRule rule) {
    return new MerchantRule(rule.id(), rule.version(), null, null);
  }

  private static @Nullable RuleBody body(@Nullable Rule rule) {
    return rule == null ? null : RuleBody.of(rule);
  }

  /** Rules, by id. */
  public record RuleConnection(
      @NonNull List<@NonNull RuleEdge> edges,
      @NonNull List<@NonNull MerchantRule> nodes,
      @NonNull PageInfo pageInfo,
      int totalCount,
      @NonNull @Description("Kinds of rules, first what has the last word.")
          List<RuleBody.@NonNull RuleKind> precedence) {
    static RuleConnection of(Slice<MerchantRule> slice) {
      List<RuleEdge> edges = new ArrayList<>();
      for (int i = 0; i < slice.items().size(); i++) {
        edges.add(new RuleEdge(slice.cursors().get(i), slice.items().get(i)));
      }
      return new RuleConnection(
          edges,
          slice.items(),
          slice.pageInfo(),
          slice.total(),
          List.of(RuleBody.RuleKind.values()));
    }
  }

  /** A rule and where it stands. */
  public record RuleEdge(@NonNull String cursor, @NonNull MerchantRule node) {}

  /** A rule that was written, and what it may clash with. */
  public record RulePayload(
      @NonNull MerchantRule rule, @NonNull List<@NonNull Conflict> conflicts) {
    static RulePayload of(WrittenRule rule, List<RuleConflict> conflicts) {
      return new RulePayload(MerchantRule.of(rule), conflicts.stream().map(Conflict::of).toList());
    }
  }

  /** Another rule that this one may clash with on some page, and who wins. */
  @Name("RuleConflict")
  public record Conflict(
      @Id @NonNull String rule, @NonNull RuleConflictKind kind, @NonNull String message) {
    public static Conflict of(RuleConflict conflict) {
      return new Conflict(
          conflict.rule(), RuleConflictKind.valueOf(conflict.kind().name()), conflict.message());
    }
  }

  /** How two rules clash. */
  public enum RuleConflictKind {
    SAME_PLACE,
    HIDDEN_PLACE,
    LIFTED_AND_BURIED
  }

  /** A rule after one write. */
  @Name("RuleRevision")
  public record Revision(
      @NonNull OffsetDateTime at,
      @NonNull String who,
      @NonNull String what,
      @Nullable MerchantRule rule) {
    static Revision of(RuleRevision revision) {
      return new Revision(
          revision.at().atOffset(ZoneOffset.UTC),
          revision.who(),
          revision.what(),
          revision.state() == null ? null : MerchantRule.of(revision.state()));
    }
  }
}
