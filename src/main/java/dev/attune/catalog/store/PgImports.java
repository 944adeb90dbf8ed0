package dev.attune.catalog.store;

import dev.attune.catalog.absence.BackInStockSettings;
import dev.attune.catalog.absence.PgAbsences;
import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.store.staged.PgPackedRows;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One import is one transaction, which holds the store's import lock until it ends. */
@ApplicationScoped
class PgImports {
  /** The key of the advisory lock; any number that nobody else uses. */
  private static final long LOCK = 0x61747475_6e650001L;

  private final javax.sql.DataSource store;
  private final Clock clock;
  private final BackInStockSettings backInStock;

  @Inject
  PgImports(
      @DataSource(Store.CATALOG_NAME) javax.sql.DataSource store,
      Clock clock,
      BackInStockSettings backInStock) {
    this.store = store;
    this.clock = clock;
    this.backInStock = backInStock;
  }

  /** As {@link CatalogImporter#run}, without the snapshot. */
  ImportSummary run(InputStream body, ImportRequest request, ImportListener listener) {
    Counts counts = new Counts(listener);
    Instant started = clock.instant();
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      PgPackedRows packed = new PgPackedRows(connection);
      try {
        ImportSummary summary = attempt(connection, packed, body, request, counts);
        new PgImportRuns(connection).record(request, started, clock.instant(), summary, null);
        connection.commit();
        return summary;
      } catch (AttuneException refused) {
        connection.rollback();
        if (refused.code() != ErrorCode.IMPORT_RUNNING) {
          ImportSummary nothing = counts.summary(0, 0);
          new PgImportRuns(connection)
              .record(request, started, clock.instant(), nothing, refused.code());
          connection.commit();
        }
        throw refused;
      } finally {
        connection.rollback();
        packed.doubtWhenWrong();
        connection.commit();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw failure(ErrorCode.UNAVAILABLE, "The catalog store failed; nothing has changed", failed);
    }
  }

  private ImportSummary attempt(
      Connection connection,
      PgPackedRows packed,
      InputStream body,
      ImportRequest request,
      Counts counts)
      throws SQLException {
    lock(connection);
    PgStaging staging = new PgStaging(connection, packed, counts);
    try (Reader text = FeedText.of(body)) {
      Feed feed = request.format().open(text);
      counts.headerRead();
      staging.fill(feed, request.mode());
    } catch (IOException early) {
      throw failure(
          ErrorCode.TRUNCATED, "The feed ends early or is damaged; nothing has changed", early);
    }
    counts.bodyRead();
    Instant now = clock.instant();
    PgAbsences absences = new PgAbsences(connection, now, backInStock);
    return new PgMerge(connection, counts, absences, now).merge(request, staging);
  }

  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
      if (!result.next() || !result.getBoolean(1)) {
        throw new AttuneException(
            ErrorCode.IMPORT_RUNNING, null, "Another import is running; try again when it is done");
      }
    }
  }

  private static AttuneException failure(
      ErrorCode code, String message, @Nullable Throwable cause) {
    return new AttuneException(new Rejection(code, null, message), cause);
  }
}
