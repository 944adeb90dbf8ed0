package dev.attune.ingest;

import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.identity.Identities;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
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
      with gone as (
        delete from link where visitor = $1 and customer = $2 returning visitor, customer
      )
      insert into identity_log (visitor, at, kind, customer, evidence)
      select visitor, $3, 'SPLIT', customer, $4 from gone
      """;

  private static final String ERASE =
      """
      with link_gone as (
        delete from link where customer = any ($1::text[]) or visitor = any ($1::text[])
      )
      delete from identity_log where customer = any ($1::text[]) or visitor = any ($1::text[])
      """;

  private final Pool pool;
  private final PgIngest ingest;

  PgIdentities(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, PgIngest ingest) {
    this.pool = pool;
    this.ingest = ingest;
  }

  @Override
  public Uni<Long> join(Identifier visitor, Identifier customer, Instant at, String evidence) {
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
        .acceptEntries(List.of(Entry.of(proof, evidence)), false)
        .map(Ingest.Receipt::version);
  }

  @Override
  public Uni<Boolean> split(Identifier visitor, Identifier customer, Instant at, String evidence) {
    check(visitor, customer);
    return pool.preparedQuery(SPLIT)
        .execute(Tuple.of(visitor.key(), customer.key(), at.atOffset(ZoneOffset.UTC), evidence))
        .map(rows -> rows.rowCount() > 0);
  }

  @Override
  public Set<String> tables() {
    return Set.of("link", "identity_log");
  }

  @Override
  public Uni<Void> erase(SqlConnection connection, Person person) {
    return connection
        .preparedQuery(ERASE)
        .execute(Tuple.tuple().addArrayOfString(person.keyArray()))
        .replaceWithVoid();
  }

  private static void check(Identifier visitor, Identifier customer) {
    if (visitor.type() != Identifier.Type.VISITOR || customer.type() != Identifier.Type.CUSTOMER) {
      throw new IllegalArgumentException(
          "A device is joined to a proven customer, not " + visitor + " to " + customer);
    }
  }
}
