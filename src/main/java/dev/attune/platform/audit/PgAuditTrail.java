package dev.attune.platform.audit;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two tables of what was recorded, one in each store. */
@ApplicationScoped
class PgAuditTrail implements AuditTrail {
  private static final String BEFORE =
      """
      select id, at, who, what, subject, before::text as before, after::text as after from %s
      where id < $1 and ($2::text is null or who = $2) and ($3::text is null or starts_with(what, $3))
        and ($4::text is null or subject = $4)
      order by id desc limit $5
      """;

  private final Pool catalog;
  private final Pool customer;

  PgAuditTrail(
      @ReactiveDataSource(Store.CATALOG_NAME) Pool catalog,
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool customer) {
    this.catalog = catalog;
    this.customer = customer;
  }

  @Override
  public Uni<List<Numbered>> before(Part part, long number, Wanted wanted, int count) {
    Pool pool = part == Part.MERCHANTS ? catalog : customer;
    String table = part == Part.MERCHANTS ? "merchandise_audit" : "audit_log";
    return pool.preparedQuery(BEFORE.formatted(table))
        .execute(
            Tuple.from(Arrays.asList(number, wanted.who(), wanted.what(), wanted.subject(), count)))
        .map(
            rows -> {
              List<Numbered> entries = new ArrayList<>();
              rows.forEach(row -> entries.add(numbered(part, row)));
              return entries;
            });
  }

  private static Numbered numbered(Part part, Row row) {
    return new Numbered(
        part,
        row.getLong("id"),
        new AuditEntry(
            row.getString("who"),
            row.getString("what"),
            row.getString("subject"),
            row.getOffsetDateTime("at").toInstant(),
            row.getString("before"),
            row.getString("after")));
  }
}
