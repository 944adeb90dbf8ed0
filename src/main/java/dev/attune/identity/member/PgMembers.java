package dev.attune.identity.member;

import dev.attune.events.Identifier;
import dev.attune.identity.member.Member.Standing;
import dev.attune.platform.database.Store;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Members in PostgreSQL. */
@ApplicationScoped
class PgMembers implements Members {
  private static final String OF =
      """
      select l.visitor, shopper_id(l.visitor), l.kind, l.first_proof, l.last_proof, l.evidence,
        case when l.split_at is not null then 'APART' when m.identifier is null then 'LEFT_OUT'
          when m.sole then 'JOINED' else 'SHARED' end,
        (select count(*)::int from link o where o.visitor = l.visitor and o.split_at is null)
      from link l left join shopper_members($1) m on m.identifier = l.visitor
      where l.customer = $1
      order by l.kind, l.last_proof desc, l.visitor
      """;

  private static final String FIND =
      """
      select k.key from (
        select owner as key from fold
        union select visitor from link
        union select customer from link where customer like 'customer:%'
        union select identifier from consent
        union select coalesce(customer, origin) from event) k
      where shopper_id(k.key) = $1
      limit 1
      """;

  private static final String CUSTOMER =
      """
      select min(customer) from link where visitor = $1 and split_at is null
      having count(*) = 1 and min(customer) like 'customer:%'
      """;

  private static final String LOG =
      """
      select at, kind, shopper_id(visitor), shopper_id(customer), evidence, who
      from identity_log order by id desc limit $1
      """;

  private final Pool pool;

  PgMembers(@ReactiveDataSource(Store.CUSTOMER_NAME) Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<Member>> of(Identifier customer) {
    return pool.preparedQuery(OF).execute(Tuple.of(customer.key())).map(PgMembers::members);
  }

  @Override
  public Uni<String> id(Identifier person) {
    return pool.preparedQuery("select shopper_id($1)")
        .execute(Tuple.of(person.key()))
        .map(rows -> rows.iterator().next().getString(0));
  }

  @Override
  public Uni<Optional<Identifier>> find(String id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(PgMembers::identifier);
  }

  @Override
  public Uni<Optional<Identifier>> customerOf(Identifier member) {
    return pool.preparedQuery(CUSTOMER).execute(Tuple.of(member.key())).map(PgMembers::identifier);
  }

  @Override
  public Uni<List<Logged>> log(int most) {
    return pool.preparedQuery(LOG)
        .execute(Tuple.of(most))
        .map(rows -> list(rows, PgMembers::logged));
  }

  /** Those whose type only later versions know are passed over. */
  private static List<Member> members(RowSet<Row> rows) {
    List<Member> members = new ArrayList<>();
    for (Row row : rows) {
      Identifier.find(row.getString(0)).ifPresent(id -> members.add(member(id, row)));
    }
    return members;
  }

  private static Member member(Identifier identifier, Row row) {
    return new Member(
        identifier,
        row.getString(1),
        row.getString(2),
        row.getOffsetDateTime(3).toInstant(),
        row.getOffsetDateTime(4).toInstant(),
        row.getString(5),
        Standing.valueOf(row.getString(6)),
        row.getInteger(7));
  }

  private static Logged logged(Row row) {
    return new Logged(
        row.getOffsetDateTime(0).toInstant(),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }

  private static Optional<Identifier> identifier(RowSet<Row> rows) {
    for (Row row : rows) {
      return Identifier.find(row.getString(0));
    }
    return Optional.empty();
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(read.apply(row)));
    return list;
  }
}
