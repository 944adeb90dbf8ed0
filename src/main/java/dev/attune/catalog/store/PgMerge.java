package dev.attune.catalog.store;

import dev.attune.catalog.absence.PgAbsences;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/** Brings the staged feed into the catalog, in whole sets of rows. */
final class PgMerge {
  private final Connection connection;
  private final Counts counts;
  private final PgAbsences absences;
  private final Instant now;

  PgMerge(Connection connection, Counts counts, PgAbsences absences, Instant now) {
    this.connection = connection;
    this.counts = counts;
    this.absences = absences;
    this.now = now;
  }

  /**
   * @throws AttuneException IMPORT_REFUSED, and then the transaction is to be rolled back
   */
  ImportSummary merge(ImportRequest request, PgStaging staging) throws SQLException {
    execute("set local work_mem = '64MB'");
    execute("set local random_page_cost = 1.1"); // else one row in a hundred reads whole tables
    execute("analyze changed");
    execute("analyze missing");
    refuseLosses(request);
    long archived = execute(MergeSql.ARCHIVE, now);
    long stored = staging.stored();
    if (staging.reread() + stored > 0) {
      execute("analyze reread");
      lockVariants(staging);
    }
    if (staging.reread() > 0) {
      execute(MergeSql.NOTE_WRITING);
    }
    if (stored + archived > 0) {
      change(staging);
    }
    return counts.summary(stored, archived);
  }

  /** None of them may be missing, or what the feed says of it would be lost. */
  private void lockVariants(PgStaging staging) throws SQLException {
    long expected = staging.stored() - staging.added() + staging.reread();
    long found = count(MergeSql.LOCK_VARIANTS);
    if (found != expected) {
      staging.blameKnown();
      throw new SQLException("The store has " + found + " of " + expected + " known variants");
    }
  }

  private void change(PgStaging staging) throws SQLException {
    execute(MergeSql.TOUCHED);
    execute("analyze touched");
    new PgCategories(connection).add(staging.categories());
    addProducts();
    execute("analyze feed (id)");
    execute(MergeSql.UPDATE_VARIANTS);
    execute(MergeSql.REFRESH_PRODUCTS, now);
    for (String statement : MergeSql.FORGET_EXTRAS) {
      execute(statement);
    }
    for (String statement : MergeSql.INSERT_EXTRAS) {
      execute(statement);
    }
    PgVersion.bump(connection);
    absences.imported();
    execute(MergeSql.NOTE_POSITION.formatted(staging.position()));
    execute(MergeSql.NOTE_CHANGES);
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
