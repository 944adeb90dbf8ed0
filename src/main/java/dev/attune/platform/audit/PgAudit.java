package dev.attune.platform.audit;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The audit log as a table of the customer store, which refuses changes and deletions. */
@ApplicationScoped
class PgAudit implements Audit {
  private static final String INSERT =
      "insert into audit_log (at, who, what, subject, before, after)"
          + " values ($1, $2, $3, $4, $5::text::jsonb, $6::text::jsonb)";
  private static final String RECENT =
      "select at, who, what, subject, before::text as before, after::text as after"
          + " from audit_log order by id desc limit $1";

  private final Pool pool;

  PgAudit(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Void> record(AuditEntry entry) {
    OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
    Tuple values =
        Tuple.from(
            Arrays.asList(
                at,
                entry.who(),
                entry.what(),
                entry.subject(),
                entry.beforeJson(),
                entry.afterJson()));
    return pool.preparedQuery(INSERT).execute(values).replaceWithVoid();
  }

  @Override
  public Uni<List<AuditEntry>> recent(int count) {
    return pool.preparedQuery(RECENT).execute(Tuple.of(count)).map(PgAudit::entries);
  }

  private static List<AuditEntry> entries(RowSet<Row> rows) {
    List<AuditEntry> entries = new ArrayList<>();
    for (Row row : rows) {
      entries.add(
          new AuditEntry(
              row.getString("who"),
              row.getString("what"),
              row.getString("subject"),
              row.getOffsetDateTime("at").toInstant(),
              row.getString("before"),
              row.getString("after")));
    }
    return entries;
  }
}
