package dev.attune.merchandising.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.attune.merchandising.AuditLine;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of the audit. */
@Entity
@Table(name = "merchandise_audit")
class PgAuditLine {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final String AS_JSON = "cast(cast(? as text) as jsonb)";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  Instant at = Instant.EPOCH;
  String who = "";
  String what = "";
  String subject = "";

  @ColumnTransformer(read = "cast(before as text)", write = AS_JSON)
  @Nullable String before;

  @ColumnTransformer(read = "cast(after as text)", write = AS_JSON)
  @Nullable String after;

  static PgAuditLine of(AuditLine line) {
    PgAuditLine row = new PgAuditLine();
    row.at = line.at();
    row.who = line.who();
    row.what = line.what();
    row.subject = line.subject();
    row.before = line.beforeJson();
    row.after = line.afterJson();
    return row;
  }

  /** A record as the audit keeps it. */
  static String json(Object written) {
    try {
      return JSON.writeValueAsString(written);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  AuditLine line() {
    return new AuditLine(at, who, what, subject, before, after);
  }
}
