package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.Person;
import dev.attune.profile.fold.Changes;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.store.Reach.Device;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
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
      select d.visitor, d.others, d.apart, e.times, e.customers
      from (
        select d.visitor,
          (select coalesce(sum(case when o.customer like 'erased:%' then 2 else 1 end), 0)
            from link o
            where o.visitor = d.visitor and o.customer is distinct from $1
              and o.split_at is null) as others,
          exists (select from link o
            where o.visitor = d.visitor and o.customer = $1 and o.split_at is not null) as apart
        from (
          select visitor from link where customer = $1
          union
          select $2::text where $2::text is not null) as d(visitor)) d
      left join lateral (
        select array_agg(happened_at) as times, array_agg(customer) as customers from event
        where origin = d.visitor and personalize and traffic <> 'BOT'
          and case when $1::text is null then d.others <> 1
            else d.others > 0 and not d.apart end) e on true
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
    String key = row.getString(0);
    OffsetDateTime @Nullable [] times = row.getArrayOfOffsetDateTimes(3);
    @Nullable String @Nullable [] customers = row.getArrayOfStrings(4);
    return new Device(key, row.getLong(1), row.getBoolean(2), () -> visits(key, times, customers));
  }

  /** From the log, because a fold does not tell all of its sessions apart. */
  private static Fold visits(
      String device, OffsetDateTime @Nullable [] times, @Nullable String @Nullable [] customers) {
    Changes visits = new Changes();
    for (int i = 0; times != null && customers != null && i < times.length; i++) {
      visits.add(device, customers[i], times[i].toInstant(), List.of());
    }
    return visits.of(device);
  }

  private static @Nullable String key(@Nullable Identifier identifier) {
    return identifier == null ? null : identifier.key();
  }
}
