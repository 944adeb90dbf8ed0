package dev.attune.merchandising.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.WrittenRule;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A rule's row. */
@Entity
@Table(name = "rule")
class PgRule extends PgWritten<WrittenRule> {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final String AS_JSON = "cast(cast(? as text) as jsonb)";

  @ColumnTransformer(read = "cast(live as text)", write = AS_JSON)
  @Nullable String live;

  @ColumnTransformer(read = "cast(draft as text)", write = AS_JSON)
  @Nullable String draft;

  @Transient boolean published;

  /** What {@link PgAuditLine#json} wrote. */
  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  @Override
  void take(WrittenRule rule) {
    @Nullable Rule before = live == null ? null : read(live, Rule.class);
    id = rule.id();
    published = !Objects.equals(before, rule.live());
    live = rule.live() == null ? null : PgAuditLine.json(rule.live());
    draft = rule.draft() == null ? null : PgAuditLine.json(rule.draft());
  }

  @Override
  WrittenRule value() {
    return new WrittenRule(
        id,
        live == null ? null : read(live, Rule.class),
        draft == null ? null : read(draft, Rule.class),
        version);
  }

  @Override
  String kind() {
    return "rule";
  }

  @Override
  String saved() {
    return published ? "published" : "saved";
  }
}
