package dev.attune.catalog.store.staged;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Rows on their way into several tables by COPY, a chunk at a time, on a thread of their own, so
 * that the next rows are read while PostgreSQL takes the last ones. Nobody else may use the
 * connection until {@link #finish} or {@link #close}.
 */
public final class PgCopies implements AutoCloseable {
  /** Bytes of a chunk; from 1 MB on the COPY's beginning and end no longer show. */
  private static final int CHUNK = 1 << 21;

  private final CopyManager copy;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "catalog-import-copy"));
  private final Map<String, Chunk> chunks = new LinkedHashMap<>();
  private @Nullable Future<?> running;

  public PgCopies(Connection connection) throws SQLException {
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /**
   * Adds a row.
   *
   * @param into the COPY statement
   * @param row in its text format, with its line end
   */
  public void add(String into, byte[] row) throws SQLException {
    Chunk chunk = chunks.computeIfAbsent(into, any -> new Chunk());
    if (chunk.filled + row.length > CHUNK) {
      send(into, chunk);
    }
    chunk.add(row);
  }

  /** Returns when all rows are in their tables. */
  public void finish() throws SQLException {
    for (Map.Entry<String, Chunk> chunk : chunks.entrySet()) {
      send(chunk.getKey(), chunk.getValue());
    }
    await();
  }

  /** Returns when the connection is free; rows that were not sent are forgotten. */
  @Override
  public void close() throws SQLException {
    chunks.clear();
    try {
      await();
    } finally {
      worker.shutdown();
    }
  }

  private void send(String into, Chunk chunk) throws SQLException {
    await();
    if (chunk.filled > 0) {
      byte[] rows = chunk.rows;
      int length = chunk.filled;
      running = worker.submit(() -> copy(into, rows, length));
      chunk.swap();
    }
  }

  private @Nullable Void copy(String into, byte[] rows, int length) throws SQLException {
    CopyIn rowsIn = copy.copyIn(into);
    try {
      rowsIn.writeToCopy(rows, 0, length);
      rowsIn.endCopy();
    } finally {
      if (rowsIn.isActive()) {
        rowsIn.cancelCopy();
      }
    }
    return null;
  }

  private void await() throws SQLException {
    Future<?> awaited = running;
    running = null;
    if (awaited == null) {
      return;
    }
    try {
      awaited.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof SQLException sql ? sql : new SQLException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("Interrupted while rows were copied", interrupted);
    }
  }

  /** Two halves: one is filled while the other is sent. */
  private static final class Chunk {
    private byte[] rows = new byte[1 << 16];
    private byte[] other = new byte[1 << 16];
    private int filled;

    void add(byte[] row) {
      if (filled + row.length > rows.length) {
        rows = Arrays.copyOf(rows, Math.max(rows.length * 2, filled + row.length));
      }
      System.arraycopy(row, 0, rows, filled, row.length);
      filled += row.length;
    }

    void swap() {
      byte[] sent = rows;
      rows = other;
      other = sent;
      filled = 0;
    }
  }
}
