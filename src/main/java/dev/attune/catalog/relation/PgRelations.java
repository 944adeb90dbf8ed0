package dev.attune.catalog.relation;

import dev.attune.catalog.relation.Relations.Stated;
import dev.attune.catalog.store.PgVersion;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Relations in PostgreSQL: one statement for all of them. */
@ApplicationScoped
class PgRelations {
  private static final String UPSERT =
      """
      insert into relation as known (product_id, kind, target_id, routine, step)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
      on conflict (product_id, kind, target_id, routine)
      do update set step = excluded.step, stated_by = null
      where known.step is distinct from excluded.step
      """;

  private final javax.sql.DataSource store;

  @Inject
  PgRelations(@DataSource(Store.CATALOG_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  int store(List<Stated> relations) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int stored = upsert(connection, lastOfEach(relations));
        if (stored > 0) {
          PgVersion.bump(connection, relations.stream().map(Stated::product).distinct().toList());
        }
        connection.commit();
        return stored;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The catalog store failed"), failed);
    }
  }

  private static int upsert(Connection connection, List<Stated> relations) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      List<Function<Stated, ? extends Object>> columns =
          List.of(
              stated -> stated.product().value(),
              stated -> stated.relation().kind().name(),
              stated -> stated.relation().target().value());
      for (int i = 0; i < columns.size(); i++) {
        Object[] values = relations.stream().map(columns.get(i)).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", values));
      }
      statement.setArray(
          4,
          connection.createArrayOf(
              "text", relations.stream().map(s -> s.relation().routine()).toArray()));
      statement.setArray(
          5,
          connection.createArrayOf(
              "integer", relations.stream().map(s -> s.relation().position()).toArray()));
      return statement.executeUpdate();
    }
  }

  /** One statement cannot meet the same row twice. */
  private static List<Stated> lastOfEach(List<Stated> relations) {
    Map<List<Object>, Stated> last = new LinkedHashMap<>();
    for (Stated stated : relations) {
      String routine = stated.relation().routine();
      last.put(
          List.of(
              stated.product(),
              stated.relation().kind(),
              stated.relation().target(),
              routine == null ? "" : routine),
          stated);
    }
    return new ArrayList<>(last.values());
  }
}
