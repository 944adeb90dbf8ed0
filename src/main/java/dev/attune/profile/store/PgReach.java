package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.Person;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.FoldCodec;
import dev.attune.profile.store.Reach.Device;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose data is meant.
 *
 * @param customer null for what belongs to no customer
 * @param visitor the device they ask from, any identifier
 */
record PgReach(@Nullable Identifier customer, @Nullable Identifier visitor) {
  /** Who was erased counts twice: nobody is left whose device it could be alone. */
  private static final String DEVICES =
      """
      select d.visitor, f.state,
        (select coalesce(sum(case when o.customer like 'erased:%' then 2 else 1 end), 0)
          from link o
          where o.visitor = d.visitor and o.customer is distinct from $1 and o.split_at is null),
        exists (select from link o
          where o.visitor = d.visitor and o.customer = $1 and o.split_at is not null)
      from (
        select visitor from link where customer = $1
        union
        select $2::text where $2::text is not null) as d(visitor)
      left join fold f on f.owner = d.visitor
      """;

  /** What is theirs now; empty when what came under a visitor id is a customer's. */
  Uni<Optional<Person>> find(SqlConnection connection) {
    return connection
        .preparedQuery(DEVICES)
        .execute(Tuple.of(key(customer), key(visitor)))
        .map(
            rows -> {
              List<Device> devices = new ArrayList<>();
              rows.forEach(row -> devices.add(device(row)));
              return customer == null
                  ? Reach.visitor(devices.get(0))
                  : Optional.of(Reach.customer(customer, devices));
            });
  }

  private static Device device(Row row) {
    io.vertx.mutiny.core.buffer.@Nullable Buffer state = row.getBuffer(1);
    return new Device(
        row.getString(0),
        row.getLong(2),
        row.getBoolean(3),
        () -> state == null ? new Fold() : FoldCodec.decode(state.getBytes()));
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }
}
