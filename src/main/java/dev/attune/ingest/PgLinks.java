package dev.attune.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Joins devices to the customers who were proven on them; a new join is logged. */
final class PgLinks {
  private static final String JOIN =
      """
      with proof as (
        select visitor, customer, min(at) as first_proof, max(at) as last_proof,
          (array_agg(evidence order by at, evidence))[1] as evidence
        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
          as p(visitor, customer, at, evidence)
        group by visitor, customer
      ),
      joined as (
        insert into link (visitor, customer, first_proof, last_proof, evidence)
        select visitor, customer, first_proof, last_proof, evidence from proof
        order by visitor collate "C", customer collate "C"
        on conflict (visitor, customer) do update
        set first_proof = least(link.first_proof, excluded.first_proof),
          last_proof = greatest(link.last_proof, excluded.last_proof)
        where link.first_proof > excluded.first_proof or link.last_proof < excluded.last_proof
        returning visitor, customer, first_proof, evidence, (xmax = 0) as is_new
      )
      insert into identity_log (visitor, at, kind, customer, evidence)
      select visitor, first_proof, 'JOIN', customer, evidence from joined where is_new
      """;

  private PgLinks() {}

  static Uni<Void> join(SqlConnection connection, List<Entry> entries) {
    List<Entry> proofs =
        entries.stream().filter(entry -> entry.visitor() && entry.customer() != null).toList();
    if (proofs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String[] visitors = proofs.stream().map(entry -> entry.key().origin()).toArray(String[]::new);
    String[] customers = proofs.stream().map(Entry::owner).toArray(String[]::new);
    OffsetDateTime[] times =
        proofs.stream().map(entry -> time(entry.happenedAt())).toArray(OffsetDateTime[]::new);
    String[] evidence = proofs.stream().map(Entry::evidence).toArray(String[]::new);
    return connection
        .preparedQuery(JOIN)
        .execute(PgValues.columns(visitors, customers, times, evidence))
        .replaceWithVoid();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
