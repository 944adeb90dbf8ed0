package dev.attune.catalog.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.catalog.ProductId;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The trend of the catalog's health, and how old its stock is. */
@ApplicationScoped
class PgHealth {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An import that named half of what is live says of all of it that it is as it was. */
  private static final String STALE =
      """
      select distinct product_id from variant
      where archived_at is null and quantity is not null and stock_at < ?
        and not exists (
          select from import_run
          where failure is null and finished_at >= ?
            and read - rejected >= (select count(*) / 2 from variant where archived_at is null))
      """;

  private static final String MISSING_TARGETS =
      """
      select product_id, min(target_id) from relation
      where exists (
          select from variant
          where variant.product_id = relation.product_id and archived_at is null)
        and not exists (
          select from variant
          where variant.product_id = relation.target_id and archived_at is null)
      group by product_id
      """;

  private static final String INSERT =
      """
      insert into health_point (version, at, products, score, affected)
      values (?, ?, ?, ?, ?::jsonb) on conflict (version) do nothing
      """;

  private final javax.sql.DataSource store;

  @Inject
  PgHealth(@DataSource(Store.CATALOG_NAME) javax.sql.DataSource store) {
    this.store = store;
  }

  /** Products of which no variant's stock was stated since then. */
  Set<ProductId> stale(Instant since) {
    return query(
        STALE,
        statement -> {
          statement.setObject(1, since.atOffset(ZoneOffset.UTC));
          statement.setObject(2, since.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = statement.executeQuery()) {
            Set<ProductId> stale = new HashSet<>();
            while (rows.next()) {
              stale.add(new ProductId(rows.getString(1)));
            }
            return stale;
          }
        });
  }

  /** By product, one that it relates to and the shop has not, or has no more. */
  Map<ProductId, String> missingTargets() {
    return query(
        MISSING_TARGETS,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            Map<ProductId, String> missing = new HashMap<>();
            while (rows.next()) {
              missing.put(new ProductId(rows.getString(1)), rows.getString(2));
            }
            return missing;
          }
        });
  }

  void add(HealthPoint point) {
    query(
        INSERT,
        statement -> {
          statement.setLong(1, point.version());
          statement.setObject(2, point.at().atOffset(ZoneOffset.UTC));
          statement.setLong(3, point.products());
          statement.setDouble(4, point.score());
          statement.setString(5, json(point.affected()));
          return statement.executeUpdate();
        });
  }

  /** The last points, the newest first. */
  List<HealthPoint> trend(int most) {
    return query(
        "select version, at, products, score, affected from health_point order by version desc"
            + " limit ?",
        statement -> {
          statement.setInt(1, most);
          try (ResultSet rows = statement.executeQuery()) {
            List<HealthPoint> points = new ArrayList<>();
            while (rows.next()) {
              points.add(
                  new HealthPoint(
                      rows.getLong(1),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getLong(3),
                      rows.getDouble(4),
                      affected(rows.getString(5))));
            }
            return points;
          }
        });
  }

  private static String json(Map<HealthCode, Integer> affected) {
    try {
      return JSON.writeValueAsString(affected);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Names and numbers are always JSON", impossible);
    }
  }

  private static Map<HealthCode, Integer> affected(String json) {
    try {
      return JSON.readValue(json, new TypeReference<TreeMap<HealthCode, Integer>>() {});
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("The store holds what this process wrote", corrupt);
    }
  }

  private <T> T query(String sql, Work<T> work) {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The catalog store failed"), failed);
    }
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
