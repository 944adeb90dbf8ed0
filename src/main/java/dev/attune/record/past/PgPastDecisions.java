package dev.attune.record.past;

import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads decisions with the events that name them, from PostgreSQL; bodies only of the sample. */
@ApplicationScoped
class PgPastDecisions implements PastDecisions {
  private static final int FETCHED_AT_ONCE = 200;

  /** Ids begin with their time, so that the index on ids finds a window of time. */
  private static final String WINDOW =
      """
      from decision
      where id >= ? and id < ? and decided_at >= ? and decided_at < ? and slot = any (?)
      """;

  private static final String COUNT = "select count(*)\n" + WINDOW;

  /** Without a word of collation the index on what events name cannot be asked for an id. */
  private static final String READ =
      """
      with wanted as (
        select id, hashtextextended(case when owner = '' then id else owner end, 0) as place
      """
          + WINDOW
          + """
            order by place, id
            limit ?)
          select case when d.owner = '' then d.id else d.owner end, d.body, array(
            select e.signals::text from event e
            where e.decision_id = any (array[d.id collate "default",
                'gid://attune/Decision/' || d.id collate "default"])
              and e.traffic = 'SHOPPER')
          from wanted w join decision d on d.id = w.id
          order by w.place, w.id
          """;

  private final javax.sql.DataSource store;

  @Inject
  PgPastDecisions(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  @Override
  public long read(Wanted wanted, Predicate<PastDecision> reader) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long found = count(connection, wanted);
        read(connection, wanted, reader);
        return found;
      } finally {
        connection.rollback();
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The log of decisions cannot be read"),
          failed);
    }
  }

  private static long count(Connection connection, Wanted wanted) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      window(connection, statement, wanted);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static void read(Connection connection, Wanted wanted, Predicate<PastDecision> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      window(connection, statement, wanted);
      statement.setInt(6, wanted.most());
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more =
              reader.test(
                  new PastDecision(
                      rows.getString(1),
                      rows.getBytes(2),
                      texts((@Nullable Object[]) rows.getArray(3).getArray())));
        }
      }
    }
  }

  private static void window(Connection connection, PreparedStatement statement, Wanted wanted)
      throws SQLException {
    statement.setString(1, prefix(wanted.from()));
    statement.setString(2, prefix(wanted.to().plusMillis(1)));
    statement.setObject(3, wanted.from().atOffset(ZoneOffset.UTC));
    statement.setObject(4, wanted.to().atOffset(ZoneOffset.UTC));
    statement.setArray(5, connection.createArrayOf("text", wanted.slots().toArray()));
  }

  /** What the ids of an instant begin with. */
  private static String prefix(Instant at) {
    String hex = "%012x".formatted(at.toEpochMilli());
    return hex.substring(0, 8) + "-" + hex.substring(8);
  }

  private static List<String> texts(@Nullable Object[] column) {
    return Arrays.stream(column).filter(Objects::nonNull).map(Object::toString).toList();
  }
}
