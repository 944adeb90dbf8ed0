package dev.attune.identity.member;

import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Suspicions in one statement over memberships and junk. */
@ApplicationScoped
class PgIdentityHealth implements IdentityHealth {
  private static final String SUSPICIONS =
      """
      with suspicion as (
        select 'TOO_MANY_IDENTIFIERS' as name, customer as key, count(*) as count
        from link where split_at is null group by customer, kind having count(*) > 5
        union all
        select 'SHARED_IDENTIFIER', visitor, count(*)
        from link where split_at is null group by visitor having count(*) > 1
        union all
        select 'REFUSED_JOIN', visitor, refused from link where split_at is not null and refused > 0
        union all
        select 'JUNK_IDENTIFIER', value, seen from junk_identifier
      ),
      placed as (
        select *, count(*) over (partition by name) as cases,
          row_number() over (partition by name order by count desc, key) as place
        from suspicion
      )
      select name, cases, case name when 'JUNK_IDENTIFIER' then key else shopper_id(key) end, count
      from placed where place <= $1
      order by name, place
      """;

  private static final String SIZE =
      """
      select count(distinct customer), count(distinct visitor) from link
      where split_at is null and customer like 'customer:%'
      """;

  private final Pool pool;
  private final PgJunkIdentifiers junk;

  PgIdentityHealth(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgJunkIdentifiers junk) {
    this.pool = pool;
    this.junk = junk;
  }

  @Override
  public Uni<Report> report() {
    return junk.write()
        .chain(() -> pool.preparedQuery(SUSPICIONS).execute(Tuple.of(EXAMPLES)))
        .map(PgIdentityHealth::findings)
        .chain(
            findings ->
                pool.preparedQuery(SIZE)
                    .execute()
                    .map(rows -> rows.iterator().next())
                    .map(size -> new Report(size.getLong(0), size.getLong(1), findings)));
  }

  private static List<Finding> findings(RowSet<Row> rows) {
    Map<Suspicion, Long> cases = new EnumMap<>(Suspicion.class);
    Map<Suspicion, List<Example>> examples = new EnumMap<>(Suspicion.class);
    for (Row row : rows) {
      Suspicion suspicion = Suspicion.valueOf(row.getString(0));
      cases.put(suspicion, row.getLong(1));
      examples
          .computeIfAbsent(suspicion, any -> new ArrayList<>())
          .add(new Example(row.getString(2), row.getLong(3)));
    }
    List<Finding> findings = new ArrayList<>();
    examples.forEach(
        (suspicion, some) ->
            findings.add(new Finding(suspicion, cases.getOrDefault(suspicion, 0L), some)));
    return findings;
  }
}
