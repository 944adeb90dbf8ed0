package dev.attune.graphql.audit;

import dev.attune.graphql.list.PageInfo;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.audit.AuditTrail.Numbered;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("One thing that somebody did: who, when, what, and how it was before and after.")
public record AuditLogEntry(
    @NonNull @Id String id,
    @NonNull OffsetDateTime at,
    @NonNull @Description("A user's id, or the kind of key.") String who,
    @NonNull @Description("rule.published, token.issued") String what,
    @NonNull @Description("The id of what it was done to.") String subject,
    @Nullable @Description("How it was, in JSON; null where there was nothing.") String before,
    @Nullable @Description("How it is since, in JSON; null where there is nothing.") String after) {
  /** A page of them. */
  public record AuditLogConnection(
      @NonNull List<@NonNull AuditLogEdge> edges,
      @NonNull List<@NonNull AuditLogEntry> nodes,
      @NonNull PageInfo pageInfo) {}

  /** One of them in a page. */
  public record AuditLogEdge(@NonNull String cursor, @NonNull AuditLogEntry node) {}

  static AuditLogEntry of(Numbered numbered) {
    AuditEntry entry = numbered.entry();
    return new AuditLogEntry(
        numbered.part().name() + "-" + numbered.number(),
        entry.at().atOffset(ZoneOffset.UTC),
        entry.who(),
        entry.what(),
        entry.subject(),
        entry.beforeJson(),
        entry.afterJson());
  }
}
