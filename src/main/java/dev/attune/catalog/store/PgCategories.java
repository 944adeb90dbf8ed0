package dev.attune.catalog.store;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.feed.CategoryPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The category tree as feeds build it: what is known stays, what is new is added at the end. */
final class PgCategories {
  private static final int BATCH = 500;
  private static final String INSERT =
      "insert into category (id, parent, path) values (?, ?, ?) on conflict (id) do nothing";

  private final Connection connection;

  PgCategories(Connection connection) {
    this.connection = connection;
  }

  /** Adds these paths and all their ancestors, which come first. */
  void add(Set<List<String>> paths) throws SQLException {
    Set<CategoryId> seen = new HashSet<>();
    int waiting = 0;
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (List<String> path : paths) {
        @Nullable CategoryId parent = null;
        for (int depth = 1; depth <= path.size(); depth++) {
          List<String> titles = path.subList(0, depth);
          CategoryId id = CategoryPath.id(titles);
          if (seen.add(id)) {
            statement.setString(1, id.value());
            statement.setString(2, parent == null ? null : parent.value());
            statement.setArray(3, connection.createArrayOf("text", titles.toArray()));
            statement.addBatch();
            waiting++;
          }
          parent = id;
        }
        if (waiting >= BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }
}
