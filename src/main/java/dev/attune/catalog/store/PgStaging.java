package dev.attune.catalog.store;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.store.staged.StagedRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A table of this transaction's own that takes the feed's rows by COPY. */
final class PgStaging {
  private static final int BUFFER = 128 * 1024;

  private final Connection connection;
  private final Set<List<String>> categories = new LinkedHashSet<>();

  PgStaging(Connection connection) {
    this.connection = connection;
  }

  /** Reads the feed to its end, row by row. */
  void fill(Feed feed, Counts counts) throws SQLException, IOException {
    create();
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy feed (" + StagedRow.COLUMNS + ") from stdin");
    try {
      copy(feed, counts, copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Every path that a row named, in order of first appearance. */
  Set<List<String>> categories() {
    return categories;
  }

  private void copy(Feed feed, Counts counts, CopyIn copy) throws IOException, SQLException {
    StagedRow staged = new StagedRow();
    byte[] buffer = new byte[BUFFER];
    int filled = 0;
    for (FeedRow row = feed.next(); row != null; row = feed.next()) {
      counts.count(row);
      if (row instanceof FeedRow.Accepted accepted) {
        categories.addAll(accepted.item().categories());
        byte[] bytes = staged.of(accepted.line(), accepted.item());
        if (filled + bytes.length > BUFFER) {
          copy.writeToCopy(buffer, 0, filled);
          filled = 0;
        }
        if (bytes.length > BUFFER) {
          copy.writeToCopy(bytes, 0, bytes.length);
        } else {
          System.arraycopy(bytes, 0, buffer, filled, bytes.length);
          filled += bytes.length;
        }
      }
    }
    copy.writeToCopy(buffer, 0, filled);
  }

  private void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create temporary table feed (
            nr bigint not null,
            line bigint not null,
            id text collate "C" not null,
            link_handle text collate "C",
            title_handle text collate "C" not null,
            id_handle text collate "C" not null,
            content_hash uuid not null,
            product_id text collate "C" not null,
            title text, description text, brand text, categories text[], tags text[],
            attributes jsonb, options jsonb, images text[], link text,
            price bigint, currency text, sale_price bigint, sale_from timestamptz,
            sale_until timestamptz, cost bigint, cost_currency text,
            availability text, quantity integer, gtin text, days_of_use integer,
            prices jsonb, texts jsonb, relations jsonb
          ) on commit drop
          """);
    }
  }
}
