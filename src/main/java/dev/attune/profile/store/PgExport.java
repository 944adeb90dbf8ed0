package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Exported;
import dev.attune.platform.personal.OnTheirWay;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.PersonalData;
import dev.attune.privacy.Export;
import io.quarkus.arc.All;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Export over all tables that an erasure would go through, in one transaction, with what was
 * refused and taken apart for nobody but names the person.
 */
@ApplicationScoped
class PgExport implements Export {
  private final Pool pool;
  private final List<PersonalData> stores;
  private final List<OnTheirWay> queues;
  private final PgErasedLog log;

  PgExport(
      @ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool,
      @All List<PersonalData> stores,
      @All List<OnTheirWay> queues,
      PgErasedLog log) {
    this.pool = pool;
    this.stores = List.copyOf(stores);
    this.queues = List.copyOf(queues);
    this.log = log;
  }

  @Override
  public Uni<List<Exported>> ofCustomer(Identifier customer) {
    return export(new PgReach(customer, null));
  }

  @Override
  public Uni<List<Exported>> ofVisitor(Identifier visitor) {
    return export(new PgReach(null, visitor));
  }

  private Uni<List<Exported>> export(PgReach reach) {
    return settled().chain(() -> pool.withTransaction(connection -> export(connection, reach)));
  }

  private Uni<Void> settled() {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (OnTheirWay queue : queues) {
      all = all.chain(queue::settled);
    }
    return all;
  }

  private Uni<List<Exported>> export(SqlConnection connection, PgReach reach) {
    return reach
        .find(connection)
        .chain(
            person ->
                person.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : rows(connection, person.get()));
  }

  private Uni<List<Exported>> rows(SqlConnection connection, Person person) {
    Uni<List<Exported>> all = Uni.createFrom().item(new ArrayList<>());
    for (PersonalData store : stores) {
      all = all.call(rows -> store.export(connection, person).invoke(rows::addAll));
    }
    return all.call(rows -> log.refused(connection, person).invoke(rows::addAll));
  }
}
