package dev.attune.ingest;

import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.identity.Edit;
import dev.attune.identity.Identities;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Erased;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Terms;
import dev.attune.profile.live.ShopperChanges;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Edits membership: a join is an event of the log like any other proof, a split is not. */
@ApplicationScoped
class PgIdentities implements Identities, PersonalData {
  private static final String SPLIT =
      """
      with edited as (
        update link set split_at = $3, refused = 0
        where visitor = $1 and customer = $2 and split_at is null
        returning visitor, customer
      )
      insert into identity_log (visitor, at, kind, customer, evidence, who)
      select visitor, $3, 'SPLIT', customer, $4, $5 from edited
      """;

  private static final String REJOIN =
      """
      with edited as (
        update link set split_at = null, refused = 0
        where visitor = $1 and customer = $2 and split_at is not null
        returning visitor, customer
      )
      insert into identity_log (visitor, at, kind, customer, evidence, who)
      select visitor, $3, 'REJOIN', customer, $4, $5 from edited
      """;

  private static final String EXPORT =
      """
      select to_jsonb(r)::text from %s r
      where customer = any ($1::text[]) or visitor = any ($1::text[])
      """;

  /** Whose device others' is as well stays one of several people's, of whom one is unknown. */
  private static final String ERASE =
      """
      with still_shared as (
        insert into link (visitor, customer, kind, first_proof, last_proof, evidence)
        select visitor, 'erased:' || gen_random_uuid(), kind, 'epoch', 'epoch', 'ERASED'
        from link
        where customer = any ($1::text[]) and visitor <> all ($1::text[]) and split_at is null
      ),
      link_gone as (
        delete from link where customer = any ($1::text[]) or visitor = any ($1::text[])
        returning 1
      ),
      log_gone as (
        delete from identity_log where customer = any ($1::text[]) or visitor = any ($1::text[])
        returning 1
      )
      select (select count(*) from link_gone), (select count(*) from log_gone)
      """;

  private final Pool pool;
  private final PgIngest ingest;
  private final ShopperChanges changes;

  PgIdentities(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgIngest ingest, ShopperChanges changes) {
    this.pool = pool;
    this.ingest = ingest;
    this.changes = changes;
  }

  @Override
  public Uni<Long> join(Identifier visitor, Identifier customer, Instant at, String evidence) {
    if (visitor.type() != Type.VISITOR) {
      throw refused(visitor, customer);
    }
    check(visitor, customer);
    Received proof =
        new Received(
            "join/" + customer.value() + "/" + at.toEpochMilli(),
            visitor,
            customer,
            at,
            at,
            Traffic.SHOPPER,
            new ShopEvent.Identified(),
            EventContext.NONE,
            "{}");
    return ingest
        .acceptEntries(List.of(Entry.of(proof, evidence)), Terms.NONE)
        .map(Ingest.Receipt::version);
  }

  @Override
  public Uni<Boolean> split(Identifier member, Identifier customer, Edit edit) {
    return edit(SPLIT, member, customer, edit);
  }

  @Override
  public Uni<Boolean> rejoin(Identifier member, Identifier customer, Edit edit) {
    return edit(REJOIN, member, customer, edit);
  }

  private Uni<Boolean> edit(String sql, Identifier member, Identifier customer, Edit edit) {
    check(member, customer);
    return pool.preparedQuery(sql)
        .execute(
            Tuple.of(
                member.key(),
                customer.key(),
                edit.at().atOffset(ZoneOffset.UTC),
                edit.evidence(),
                edit.who()))
        .map(rows -> rows.rowCount() > 0)
        .invoke(() -> changes.touched(List.of(member.key(), customer.key())));
  }

  @Override
  public Set<String> tables() {
    return Set.of("link", "identity_log");
  }

  @Override
  public Uni<List<Exported>> export(SqlConnection connection, Person person) {
    return export(connection, person, "link")
        .chain(
            links ->
                export(connection, person, "identity_log").invoke(log -> log.addAll(0, links)));
  }

  private static Uni<List<Exported>> export(SqlConnection connection, Person person, String table) {
    return connection
        .preparedQuery(EXPORT.formatted(table))
        .execute(PgValues.texts(person.keys()))
        .map(rows -> Exported.rows(table, rows));
  }

  @Override
  public Uni<Erased> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(Tuple.tuple().addArrayOfString(person.keyArray()))
        .map(rows -> rows.iterator().next())
        .map(
            gone ->
                Erased.of("link", gone.getLong(0)).and(Erased.of("identity_log", gone.getLong(1))));
  }

  private static void check(Identifier member, Identifier customer) {
    boolean joinable = member.type() != Type.CUSTOMER && member.type() != Type.CLAIMED;
    if (!joinable || customer.type() != Type.CUSTOMER) {
      throw refused(member, customer);
    }
  }

  private static IllegalArgumentException refused(Identifier member, Identifier customer) {
    return new IllegalArgumentException(
        "An identifier is joined to a proven customer, not " + member + " to " + customer);
  }
}
