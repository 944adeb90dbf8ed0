package dev.attune.catalog.store;

import dev.attune.platform.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The history of imports. */
final class PgImportRuns {
  private final Connection connection;

  PgImportRuns(Connection connection) {
    this.connection = connection;
  }

  void record(
      ImportRequest request,
      Instant started,
      Instant finished,
      ImportSummary summary,
      @Nullable ErrorCode failure)
      throws SQLException {
    String insert =
        """
        insert into import_run (format, mode, forced, started_at, finished_at,
          read, stored, unchanged, rejected, warnings, archived, failure)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setString(1, request.format().id());
      statement.setString(2, request.mode().id());
      statement.setBoolean(3, request.force());
      statement.setObject(4, started.atOffset(ZoneOffset.UTC));
      statement.setObject(5, finished.atOffset(ZoneOffset.UTC));
      statement.setLong(6, summary.read());
      statement.setLong(7, summary.stored());
      statement.setLong(8, failure == null ? summary.unchanged() : 0);
      statement.setLong(9, summary.rejected());
      statement.setLong(10, summary.warnings());
      statement.setLong(11, summary.archived());
      statement.setString(12, failure == null ? null : failure.name());
      statement.executeUpdate();
    }
  }
}
