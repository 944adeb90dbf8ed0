package dev.attune.merchandising.store;

import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.WrittenRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A rule's row. */
@Entity
@Table(name = "rule")
class PgRule extends PgWritten<WrittenRule> {
  @ColumnTransformer(read = "cast(live as text)", write = PgAuditLine.AS_JSON)
  @Nullable String live;

  @ColumnTransformer(read = "cast(draft as text)", write = PgAuditLine.AS_JSON)
  @Nullable String draft;

  @Transient boolean published;

  @Override
  void take(WrittenRule rule) {
    @Nullable Rule before = live == null ? null : PgAuditLine.read(live, Rule.class);
    id = rule.id();
    published = !Objects.equals(before, rule.live());
    live = rule.live() == null ? null : PgAuditLine.json(rule.live());
    draft = rule.draft() == null ? null : PgAuditLine.json(rule.draft());
  }

  @Override
  WrittenRule value() {
    return new WrittenRule(
        id,
        live == null ? null : PgAuditLine.read(live, Rule.class),
        draft == null ? null : PgAuditLine.read(draft, Rule.class),
        version);
  }

  @Override
  String kind() {
    return "rule";
  }

  @Override
  String saved(String what) {
    return published ? "published" : what;
  }
}
