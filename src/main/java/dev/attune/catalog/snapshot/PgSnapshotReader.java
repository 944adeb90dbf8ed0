package dev.attune.catalog.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.snapshot.SnapshotDraft.StoredCategory;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole catalog, as it is at one moment, in one transaction. */
@ApplicationScoped
class PgSnapshotReader {
  private static final int FETCH = 1_000;

  private final javax.sql.DataSource store;

  @Inject
  PgSnapshotReader(@DataSource(Store.CATALOG_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  /** The store's version now. */
  long version() {
    return inTransaction(PgSnapshotReader::version);
  }

  LoadedSnapshot load(Instant now) {
    return inTransaction(
        connection -> {
          SnapshotDraft draft = new SnapshotDraft();
          readCategories(connection, draft);
          readRelations(connection, draft);
          readVariants(connection, draft);
          return draft.load(version(connection), now);
        });
  }

  private static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select version from catalog_version")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void readCategories(Connection connection, SnapshotDraft draft)
      throws SQLException {
    String sql = "select id, parent, path from category order by position";
    each(
        connection,
        sql,
        row -> {
          @Nullable String parent = row.getString(2);
          draft.add(
              new StoredCategory(
                  new CategoryId(row.getString(1)),
                  parent == null ? null : new CategoryId(parent),
                  List.of((String[]) row.getArray(3).getArray())));
        });
  }

  private static void readRelations(Connection connection, SnapshotDraft draft)
      throws SQLException {
    String sql =
        """
        select product_id, kind, target_id, routine, step from relation
        order by product_id, kind, routine, step, target_id
        """;
    each(
        connection,
        sql,
        row ->
            draft.add(
                new ProductId(row.getString(1)),
                new Relation(
                    Relation.Kind.valueOf(row.getString(2)),
                    new ProductId(row.getString(3)),
                    draft.shared().oneOrNull(row.getString(4)),
                    row.getObject(5, Integer.class))));
  }

  private static void readVariants(Connection connection, SnapshotDraft draft) throws SQLException {
    PgVariantRow reader = new PgVariantRow(draft.shared(), new JsonFactory());
    each(
        connection,
        PgVariantRow.SELECT,
        row -> {
          String handle = row.getString("handle");
          Instant addedAt = row.getObject("added_at", OffsetDateTime.class).toInstant();
          draft.add(
              new ProductId(row.getString("product_id")),
              id -> new ProductDraft(id, handle, addedAt),
              reader.read(row));
        });
  }

  private static void each(Connection connection, String sql, RowReader reader)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read read only");
        return work.in(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The catalog store failed"), failed);
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}
