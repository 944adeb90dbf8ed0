package dev.attune.catalog.absence;

import dev.attune.catalog.ProductId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Notes what sells out and what comes back. To be called after the catalog's version was bumped in
 * the same transaction: whoever bumps it waits for all others who change stock, so that no two of
 * them take each other's last variant for being still there.
 */
public final class PgAbsences {
  /** Whether a variant is on the shelf: what can be ordered ahead is not. */
  public static final String IN_STOCK = "availability = 'in_stock' and quantity is distinct from 0";

  private static final String CHANGED =
      """
      with moment (noted_at, long_ago) as (values (?::timestamptz, ?::timestamptz)),
      stock as (
        select named.id, coalesce(bool_or(%s), false) as stocked
        from (%s) named (id)
        left join variant on variant.product_id = named.id and variant.archived_at is null
        group by named.id),
      gone as (
        insert into absence as known (product_id, sold_out_at, was_sold)
        select id, noted_at, true from stock, moment where not stocked
        on conflict (product_id) do update set sold_out_at = excluded.sold_out_at
        where known.sold_out_at is null),
      arrived as (
        delete from absence using stock
        where product_id = stock.id and stocked and not was_sold)
      update absence
      set sold_out_at = null,
          absent_from = case when sold_out_at <= long_ago then sold_out_at else absent_from end,
          back_at = case when sold_out_at <= long_ago then noted_at else back_at end
      from stock, moment
      where product_id = stock.id and stocked and was_sold and sold_out_at is not null
      """;

  private static final String NEW =
      """
      insert into absence (product_id, sold_out_at, was_sold)
      select id, ?, false from new_product
      where not exists (
        select from variant
        where product_id = new_product.id and archived_at is null and %s)
      """
          .formatted(IN_STOCK);

  private final Connection connection;
  private final Instant now;
  private final BackInStockSettings settings;

  public PgAbsences(Connection connection, Instant now, BackInStockSettings settings) {
    this.connection = connection;
    this.now = now;
    this.settings = settings;
  }

  /** After a change of these products. */
  public void changed(Collection<ProductId> products) throws SQLException {
    try (PreparedStatement statement = statement("select unnest(?::text[])")) {
      Object[] ids = products.stream().map(ProductId::value).toArray();
      Array array = connection.createArrayOf("text", ids);
      statement.setArray(3, array);
      statement.executeUpdate();
    }
  }

  /** After an import, whose tables {@code touched} and {@code new_product} name the products. */
  public void imported() throws SQLException {
    try (PreparedStatement known = statement("select id from touched");
        PreparedStatement added = connection.prepareStatement(NEW)) {
      known.executeUpdate();
      added.setObject(1, now.atOffset(ZoneOffset.UTC));
      added.executeUpdate();
    }
  }

  private PreparedStatement statement(String products) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(CHANGED.formatted(IN_STOCK, products));
    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
    statement.setObject(2, now.minus(settings.after()).atOffset(ZoneOffset.UTC));
    return statement;
  }
}
