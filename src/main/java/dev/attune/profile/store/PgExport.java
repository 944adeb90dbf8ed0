package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.database.Store;
import dev.attune.platform.personal.Exported;
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

/** Export over all tables that an erasure would go through, in one transaction. */
@ApplicationScoped
class PgExport implements Export {
  private final Pool pool;
  private final List<PersonalData> stores;

  PgExport(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool, @All List<PersonalData> stores) {
    this.pool = pool;
    this.stores = List.copyOf(stores);
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
    return pool.withTransaction(
        connection ->
            reach
                .find(connection)
                .chain(
                    person ->
                        person.isEmpty()
                            ? Uni.createFrom().item(List.of())
                            : rows(connection, person.get())));
  }

  private Uni<List<Exported>> rows(SqlConnection connection, Person person) {
    Uni<List<Exported>> all = Uni.createFrom().item(new ArrayList<>());
    for (PersonalData store : stores) {
      all = all.call(rows -> store.export(connection, person).invoke(rows::addAll));
    }
    return all;
  }
}
