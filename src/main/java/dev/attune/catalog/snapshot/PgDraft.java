package dev.attune.catalog.snapshot;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.absence.Absence;
import dev.attune.catalog.snapshot.SnapshotDraft.StoredCategory;
import dev.attune.catalog.snapshot.row.BinaryRow;
import dev.attune.catalog.snapshot.shared.Again;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads products, whole or some of them, into a draft. */
final class PgDraft {
  private static final int FETCH = 1_000;
  private static final String CATEGORIES =
      "select id, parent, path from category order by position";
  private static final String RELATIONS =
      """
      select product_id, kind, target_id, routine, step from relation %s
      order by product_id, kind, routine, step, target_id
      """;

  private final Connection connection;
  private final SnapshotDraft draft;
  private final Duration news;

  /**
   * @param news for how long it is news that a product is back in stock
   */
  PgDraft(Connection connection, SnapshotDraft draft, Duration news) {
    this.connection = connection;
    this.draft = draft;
    this.news = news;
  }

  /** Everything that is live. */
  void all() throws SQLException {
    categories();
    each(RELATIONS.formatted(""), null, this::relation);
    variants(PgVariantRow.SELECT);
  }

  /** Those of these products that are live, and all categories. */
  void of(Set<ProductId> products) throws SQLException {
    categories();
    each(RELATIONS.formatted("where product_id = any(?)"), products, this::relation);
    variants(PgVariantRow.SELECT + " and variant.product_id = any(" + literal(products) + ")");
  }

  private void categories() throws SQLException {
    each(
        CATEGORIES,
        null,
        row -> {
          @Nullable String parent = row.getString(2);
          draft.add(
              new StoredCategory(
                  new CategoryId(row.getString(1)),
                  parent == null ? null : new CategoryId(parent),
                  List.of((String[]) row.getArray(3).getArray())));
        });
  }

  /** One of a kind that only later versions know says nothing here. */
  private void relation(ResultSet row) throws SQLException {
    String name = row.getString(2);
    for (Relation.Kind kind : Relation.Kind.values()) {
      if (kind.name().equals(name)) {
        draft.add(
            new ProductId(row.getString(1)),
            new Relation(
                kind,
                new ProductId(row.getString(3)),
                draft.shared().oneOrNull(row.getString(4)),
                row.getObject(5, Integer.class)));
      }
    }
  }

  /** Rows are copied out: PostgreSQL makes the next ones while these are read. */
  private void variants(String sql) throws SQLException {
    PgVariantRow reader = new PgVariantRow(draft.shared());
    BinaryRow row = new BinaryRow(PgVariantRow.COLUMNS);
    CopyOut rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + sql + ") to stdout (format binary)");
    try {
      for (byte[] next = rows.readFromCopy(); next != null; next = rows.readFromCopy()) {
        if (row.take(next)) {
          variant(row, reader);
        }
      }
    } finally {
      if (rows.isActive()) {
        rows.cancelCopy();
      }
    }
  }

  private void variant(BinaryRow row, PgVariantRow reader) {
    ProductId read = new ProductId(row.text(PgVariantRow.PRODUCT));
    @Nullable Product before = draft.before(read);
    ProductId id = before == null ? read : before.id();
    draft.add(
        id,
        any -> {
          String handle =
              Again.text(row.text(PgVariantRow.HANDLE), before == null ? null : before.handle());
          Instant addedAt = row.instant(PgVariantRow.ADDED_AT);
          return new ProductDraft(id, handle, draft.shared().one(addedAt), absence(row));
        },
        reader.read(row, id, before));
  }

  private @Nullable Absence absence(BinaryRow row) {
    if (row.isNull(PgVariantRow.BACK_AT)) {
      return null;
    }
    Instant back = row.instant(PgVariantRow.BACK_AT);
    return new Absence(row.instant(PgVariantRow.ABSENT_FROM), back, back.plus(news));
  }

  /** A list of ids in SQL, as COPY takes no parameters. */
  private String literal(Set<ProductId> products) throws SQLException {
    String text = String.valueOf(PgMarkets.texts(connection, products));
    return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'::text[]";
  }

  private void each(String sql, @Nullable Set<ProductId> products, RowReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      if (products != null) {
        statement.setArray(1, PgMarkets.texts(connection, products));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
