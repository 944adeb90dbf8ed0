package dev.attune.ingest;

import dev.attune.ingest.Entry.Claim;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Joins identifiers to the customers who were proven on them; a new join is logged. What an
 * operator has taken apart stays apart: proofs are counted, and the first is logged as refused.
 */
final class PgLinks {
  private static final String JOIN =
      """
      with proof as (
        select visitor, customer, min(kind) as kind, min(at) as first_proof,
          max(at) as last_proof, (array_agg(evidence order by at, evidence))[1] as evidence
        from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[])
          as p(visitor, customer, at, evidence, kind)
        group by visitor, customer
      ),
      joined as (
        insert into link (visitor, customer, kind, first_proof, last_proof, evidence)
        select visitor, customer, kind, first_proof, last_proof, evidence from proof
        order by visitor collate "C", customer collate "C"
        on conflict (visitor, customer) do update
        set first_proof = least(link.first_proof, excluded.first_proof),
          last_proof = greatest(link.last_proof, excluded.last_proof),
          kind = least(link.kind, excluded.kind),
          refused = link.refused + case when link.split_at is null then 0 else 1 end
        where link.first_proof > excluded.first_proof or link.last_proof < excluded.last_proof
          or link.kind > excluded.kind or link.split_at is not null
        returning visitor, customer, (xmax = 0) as is_new,
          (split_at is not null and refused = 1) as is_refused
      )
      insert into identity_log (visitor, at, kind, customer, evidence)
      select p.visitor, p.first_proof, case when j.is_new then 'JOIN' else 'REFUSED' end,
        p.customer, p.evidence
      from joined j join proof p using (visitor, customer)
      where j.is_new or j.is_refused
      """;

  /** What one event proves to be a customer's. */
  private record Proof(Entry entry, Claim claim) {}

  private PgLinks() {}

  static Uni<Void> join(SqlConnection connection, List<Entry> entries) {
    List<Proof> proofs = new ArrayList<>();
    entries.forEach(entry -> entry.claims().forEach(claim -> proofs.add(new Proof(entry, claim))));
    if (proofs.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(JOIN)
        .execute(
            PgValues.columns(
                texts(proofs, proof -> proof.claim.identifier()),
                texts(proofs, proof -> proof.entry.owner()),
                proofs.stream()
                    .map(proof -> proof.entry.happenedAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
                texts(proofs, proof -> proof.entry.evidence()),
                texts(proofs, proof -> proof.claim.kind())))
        .replaceWithVoid();
  }

  private static String[] texts(List<Proof> proofs, Function<Proof, String> column) {
    return proofs.stream().map(column).toArray(String[]::new);
  }
}
