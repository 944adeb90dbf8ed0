package dev.attune.catalog.store;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Brings the staged feed into the catalog, in whole sets of rows. */
final class PgMerge {
  private final Connection connection;
  private final Counts counts;
  private final Instant now;

  PgMerge(Connection connection, Counts counts, Instant now) {
    this.connection = connection;
    this.counts = counts;
    this.now = now;
  }

  /**
   * @param categories every path that the feed names, in order of first appearance
   * @throws AttuneException IMPORT_REFUSED, and then the transaction is to be rolled back
   */
  ImportSummary merge(ImportRequest request, Set<List<String>> categories) throws SQLException {
    execute("set local work_mem = '64MB'");
    execute("analyze feed (nr, id, product_id, content_hash)");
    rejectDuplicates();
    execute(MergeSql.CHANGED);
    long stored = count("select count(*) from changed");
    execute(MergeSql.MISSING.formatted(request.mode() == Mode.FULL));
    refuseLosses(request);
    long archived = execute(MergeSql.ARCHIVE, now);
    if (stored + archived > 0) {
      execute("analyze changed");
      execute(MergeSql.TOUCHED);
      new PgCategories(connection).add(categories);
      addProducts();
      count(MergeSql.LOCK_VARIANTS);
      execute(MergeSql.UPDATE_VARIANTS);
      execute(MergeSql.INSERT_VARIANTS);
      execute(MergeSql.REFRESH_PRODUCTS, now);
      for (String statement : MergeSql.FORGET_EXTRAS) {
        execute(statement);
      }
      for (String statement : MergeSql.INSERT_EXTRAS) {
        execute(statement);
      }
      PgVersion.bump(connection);
      execute(MergeSql.NOTE_CHANGES);
    }
    return counts.summary(stored, archived);
  }

  private void rejectDuplicates() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MergeSql.DELETE_DUPLICATES)) {
      while (rows.next()) {
        String message = "The id " + rows.getString(2) + " stands in line " + rows.getLong(3);
        counts.reject(rows.getLong(1), new Rejection(ErrorCode.DUPLICATE_ID, "id", message));
      }
    }
  }

  private void refuseLosses(ImportRequest request) throws SQLException {
    if (request.mode() == Mode.DELTA || request.force()) {
      return;
    }
    if (counts.manyRejected()) {
      throw refused("More than 20 % of the rows were rejected");
    }
    long vanishing = count(MergeSql.COUNT_VANISHING);
    long live = count("select count(*) from product where archived_at is null");
    if (vanishing * 5 > live) {
      throw refused(vanishing + " of " + live + " products would vanish, more than 20 %");
    }
  }

  private void addProducts() throws SQLException {
    execute(MergeSql.NEW_PRODUCTS);
    execute("analyze new_product");
    execute(MergeSql.TELL_HANDLES_APART);
    execute(MergeSql.INSERT_PRODUCTS, now);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long execute(String sql, Instant instant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
      return statement.executeLargeUpdate();
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private static AttuneException refused(String reason) {
    return new AttuneException(
        ErrorCode.IMPORT_REFUSED, null, reason + "; nothing has changed, force=true imports it");
  }
}
