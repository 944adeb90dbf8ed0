package dev.attune.catalog.snapshot;

import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.market.PriceEdges;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what has changed since a snapshot was read: by writing, and by the clock alone. */
final class PgChanges {
  /** Beyond this share of the products, reading everything is cheaper. */
  private static final double FEW = .2;

  /** Fewer than this are few in any shop. */
  private static final int A_HANDFUL = 1_000;

  private static final String WRITTEN =
      """
      select products from catalog_change where version > ? and version <= ? order by version
      """;

  private static final String PASSED =
      """
      select product_id from variant
      where (sale_from > ? and sale_from <= ?) or (sale_until > ? and sale_until <= ?)
      union
      select variant.product_id from market_price join variant on variant.id = variant_id
      where (market_price.sale_from > ? and market_price.sale_from <= ?)
         or (market_price.sale_until > ? and market_price.sale_until <= ?)
      """;

  private static final String NAMING_THEM =
      "select distinct product_id from relation where target_id = any(?)";

  private final Connection connection;

  PgChanges(Connection connection) {
    this.connection = connection;
  }

  long version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select version from catalog_version")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** The products that differ from the snapshot's; empty when everything is to be read again. */
  Optional<Set<ProductId>> since(LoadedSnapshot before, long version, Instant now)
      throws SQLException {
    Set<ProductId> changed = new LinkedHashSet<>();
    if (before.version() < 0 || !written(before.version(), version, changed)) {
      return Optional.empty();
    }
    passed(before.edges().asOf(), now, changed);
    naming(changed);
    double few = Math.max(A_HANDFUL, before.home().products().size() * FEW);
    return changed.size() > few ? Optional.empty() : Optional.of(changed);
  }

  /** False when a version in between did not note its products. */
  private boolean written(long from, long to, Set<ProductId> changed) throws SQLException {
    long noted = 0;
    try (PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getArray(1) == null) {
            return false;
          }
          for (String id : (String[]) rows.getArray(1).getArray()) {
            changed.add(new ProductId(id));
          }
          noted++;
        }
      }
    }
    return noted == to - from;
  }

  private void passed(Instant from, Instant to, Set<ProductId> changed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PASSED)) {
      for (int i = 1; i <= 8; i++) {
        statement.setObject(i, (i % 2 == 1 ? from : to).atOffset(ZoneOffset.UTC));
      }
      collect(statement, changed);
    }
  }

  /** Those that relate to a changed one: it may have just come, or gone. */
  private void naming(Set<ProductId> changed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NAMING_THEM)) {
      statement.setArray(1, PgMarkets.texts(connection, changed));
      collect(statement, changed);
    }
  }

  private static void collect(PreparedStatement statement, Set<ProductId> changed)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        changed.add(new ProductId(rows.getString(1)));
      }
    }
  }

  /** The edges of sales around this instant. */
  PriceEdges edges(Instant now) throws SQLException {
    @Nullable Instant last = edge("max", "<=", now);
    return new PriceEdges(now, last, edge("min", ">", now));
  }

  private @Nullable Instant edge(String which, String side, Instant now) throws SQLException {
    String one = "select %s(%s) as edge from %s where %s %s ?";
    String sql =
        "select %s(edge) from (%s) edges"
            .formatted(
                which,
                String.join(
                    " union all ",
                    one.formatted(which, "sale_from", "variant", "sale_from", side),
                    one.formatted(which, "sale_until", "variant", "sale_until", side),
                    one.formatted(which, "sale_from", "market_price", "sale_from", side),
                    one.formatted(which, "sale_until", "market_price", "sale_until", side)));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= 4; i++) {
        statement.setObject(i, now.atOffset(ZoneOffset.UTC));
      }
      try (ResultSet row = statement.executeQuery()) {
        OffsetDateTime found = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
        return found == null ? null : found.toInstant();
      }
    }
  }
}
