package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.WrittenBadge;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.WrittenRule;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * A row of what is in force and what is being prepared, each as JSON or not there.
 *
 * @param <T> both together, as they are outside of the store
 * @param <B> either of them
 */
@MappedSuperclass
abstract class PgTwofold<T, B> extends PgWritten<T> {
  @ColumnTransformer(read = "cast(live as text)", write = PgAuditLine.AS_JSON)
  @Nullable String live;

  @ColumnTransformer(read = "cast(draft as text)", write = PgAuditLine.AS_JSON)
  @Nullable String draft;

  @Transient boolean published;

  abstract Class<B> body();

  void take(@Nullable B newLive, @Nullable B newDraft) {
    published = !Objects.equals(live(), newLive);
    live = newLive == null ? null : PgAuditLine.json(newLive);
    draft = newDraft == null ? null : PgAuditLine.json(newDraft);
  }

  @Nullable B live() {
    return live == null ? null : PgAuditLine.read(live, body());
  }

  @Nullable B draft() {
    return draft == null ? null : PgAuditLine.read(draft, body());
  }

  @Override
  String saved(String what) {
    return published ? "published" : what;
  }

  /** A rule's row. */
  @Entity(name = "PgRule")
  @Table(name = "rule")
  static class PgRule extends PgTwofold<WrittenRule, Rule> {
    @Override
    void take(WrittenRule rule) {
      id = rule.id();
      take(rule.live(), rule.draft());
    }

    @Override
    WrittenRule value() {
      return new WrittenRule(id, live(), draft(), version);
    }

    @Override
    Class<Rule> body() {
      return Rule.class;
    }

    @Override
    Kind<WrittenRule> kind() {
      return Kind.RULE;
    }
  }

  /** A badge's row. */
  @Entity(name = "PgBadge")
  @Table(name = "badge")
  static class PgBadge extends PgTwofold<WrittenBadge, OwnBadge> {
    @Override
    void take(WrittenBadge badge) {
      id = badge.id();
      take(badge.live(), badge.draft());
    }

    @Override
    WrittenBadge value() {
      return new WrittenBadge(id, live(), draft(), version);
    }

    @Override
    Class<OwnBadge> body() {
      return OwnBadge.class;
    }

    @Override
    Kind<WrittenBadge> kind() {
      return Kind.BADGE;
    }
  }
}
