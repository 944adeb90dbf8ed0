package dev.attune.merchandising.store;

import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.WrittenBadge;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A badge's row. */
@Entity
@Table(name = "badge")
class PgBadge extends PgWritten<WrittenBadge> {
  @ColumnTransformer(read = "cast(live as text)", write = PgAuditLine.AS_JSON)
  @Nullable String live;

  @ColumnTransformer(read = "cast(draft as text)", write = PgAuditLine.AS_JSON)
  @Nullable String draft;

  @Transient boolean published;

  @Override
  void take(WrittenBadge badge) {
    @Nullable OwnBadge before = live == null ? null : PgAuditLine.read(live, OwnBadge.class);
    id = badge.id();
    published = !Objects.equals(before, badge.live());
    live = badge.live() == null ? null : PgAuditLine.json(badge.live());
    draft = badge.draft() == null ? null : PgAuditLine.json(badge.draft());
  }

  @Override
  WrittenBadge value() {
    return new WrittenBadge(
        id,
        live == null ? null : PgAuditLine.read(live, OwnBadge.class),
        draft == null ? null : PgAuditLine.read(draft, OwnBadge.class),
        version);
  }

  @Override
  String kind() {
    return "badge";
  }

  @Override
  String saved(String what) {
    return published ? "published" : what;
  }
}
