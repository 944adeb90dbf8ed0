package dev.attune.ingest.bad;

import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bad events of a person: what goes is remembered, so that the same ones are not kept again. */
@ApplicationScoped
class PgBadErasure implements PersonalData {
  /** Two hundred of the longest bodies are 6 MB. */
  private static final int AT_ONCE = 200;

  /**
   * Never what another customer is proven to have sent. A body that could not be taken apart is
   * nobody's: it may hold several people's events.
   */
  private static final String PERSONS =
      """
      where not exists (
          select from unnest(b.persons) as p(key)
          where starts_with(p.key, 'customer:') and p.key <> all ($1::text[]))
        and (b.persons && $1::text[] or b.persons && $2::text[] and exists (
          select from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
            as v(device, first, last)
          where v.device = any (b.persons) and b.received_at between v.first and v.last))
      """;

  private static final String ERASE =
      """
      delete from bad_event where id in (
        select id from bad_event b
      %s
        limit %d)
      returning persons, message_id, body
      """
          .formatted(PERSONS, AT_ONCE);

  private static final String EXPORT =
      "select to_jsonb(b)::text from bad_event b\n" + PERSONS + "order by b.received_at";

  private final Tombstones tombstones;

  PgBadErasure(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> tables() {
    return Set.of("bad_event");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(EXPORT)
        .execute(person.columns())
        .map(rows -> Exported.rows("bad_event", rows));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(person.columns())
        .call(gone -> ErasedMessages.mark(connection, marks(gone)))
        .chain(
            gone ->
                gone.rowCount() < AT_ONCE
                    ? Uni.createFrom().item(counted(gone))
                    : erase(connection, person).map(counted(gone)::and));
  }

  private static Erased counted(RowSet<Row> gone) {
    return Erased.of("bad_event", gone.rowCount());
  }

  private List<byte[]> marks(RowSet<Row> gone) {
    List<byte[]> marks = new ArrayList<>();
    for (Row row : gone) {
      List<String> persons = List.of(row.getArrayOfStrings(0));
      marks.addAll(tombstones.ofRefused(persons, row.getString(1), row.getString(2)));
    }
    return marks;
  }
}
