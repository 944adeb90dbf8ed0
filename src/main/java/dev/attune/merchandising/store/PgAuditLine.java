package dev.attune.merchandising.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.attune.merchandising.AuditLine;
import dev.attune.merchandising.content.Aim;
import dev.attune.merchandising.content.Former;
import dev.attune.merchandising.content.Wording;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
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

  /** How text is written into a column of JSON. */
  static final String AS_JSON = "cast(cast(? as text) as jsonb)";

  /** Leaves out what a kind of content does not have. */
  private static final JsonMapper WIDE =
      JSON.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The priority of content that was written when it had none. */
  private static final int PRIORITY = 50;

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

  /** What {@link #json} wrote. */
  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** What {@link #json} wrote, at another version. */
  static <T> T read(String json, Class<T> type, int version) {
    try {
      JsonNode written = JSON.readTree(json);
      if (written instanceof ObjectNode content) {
        content.put("version", version);
      }
      return JSON.treeToValue(written, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  /** What {@link #json} wrote of content, also before content had an aim and words by locale. */
  static <T> T readContent(String json, Class<T> type) {
    try {
      JsonNode written = JSON.readTree(json);
      if (written instanceof ObjectNode content) {
        content.putIfAbsent("aim", JSON.valueToTree(Aim.EVERYWHERE));
        content.putIfAbsent("texts", JSON.createArrayNode());
        content.putIfAbsent("priority", JSON.valueToTree(PRIORITY));
      }
      return WIDE.treeToValue(written, type);
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  static Aim aim(@Nullable String json) {
    return json == null ? Aim.EVERYWHERE : read(json, Aim.class);
  }

  static List<Wording> texts(@Nullable String json) {
    return json == null ? List.of() : List.of(read(json, Wording[].class));
  }

  Former former() {
    @Nullable Integer version = null;
    try {
      version =
          after == null ? null : Integer.valueOf(JSON.readTree(after).path("version").asInt());
    } catch (JsonProcessingException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return new Former(at, who, what, version, after);
  }

  AuditLine line() {
    return new AuditLine(at, who, what, subject, before, after);
  }
}
