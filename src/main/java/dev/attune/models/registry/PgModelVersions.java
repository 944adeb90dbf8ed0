package dev.attune.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trainings in the customer store, the last thousand of them. */
@ApplicationScoped
class PgModelVersions implements ModelVersions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String PUT =
      """
      insert into model_version (version, trained_at, cut, catalog_version, learned_from,
        learned_to, events, touches, shoppers, questions, hit_rate, ndcg, running_ndcg, millis,
        bytes, state, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      on conflict (version) do update
      set trained_at = excluded.trained_at, state = excluded.state, reason = excluded.reason
      """;

  private static final String FORGET =
      """
      delete from model_version
      where trained_at < (select trained_at from model_version
                          order by trained_at desc offset 1000 limit 1)
      """;

  private static final String HOLD =
      """
      with held as (
        insert into model_hold (version, cut, who, at) values (?, ?, ?, ?)
        on conflict (only_one) do update
        set version = excluded.version, cut = excluded.cut, who = excluded.who, at = excluded.at)
      select pg_notify('model_hold_changed', '')
      """;

  private static final String RELEASE =
      """
      with released as (delete from model_hold)
      select pg_notify('model_hold_changed', '')
      """;

  private final javax.sql.DataSource store;
  private final PgHoldNews news;

  @Inject
  PgModelVersions(@DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store, PgHoldNews news) {
    this.store = store;
    this.news = news;
  }

  @Override
  public void record(ModelVersion version) {
    with(PUT, statement -> put(statement, version));
    with(FORGET, PreparedStatement::executeUpdate);
  }

  private static int put(PreparedStatement statement, ModelVersion of) throws SQLException {
    statement.setString(1, of.version());
    statement.setObject(2, utc(of.trainedAt()));
    statement.setObject(3, utc(of.cut()));
    statement.setString(4, of.catalogVersion());
    statement.setObject(5, utc(of.learnedFrom()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setObject(6, utc(of.learnedTo()), Types.TIMESTAMP_WITH_TIMEZONE);
    statement.setLong(7, of.events());
    statement.setLong(8, of.touches());
    statement.setLong(9, of.shoppers());
    ModelVersion.@Nullable Exam exam = of.exam();
    statement.setObject(10, exam == null ? null : exam.questions(), Types.INTEGER);
    statement.setObject(11, exam == null ? null : exam.hitRate(), Types.DOUBLE);
    statement.setObject(12, exam == null ? null : exam.ndcg(), Types.DOUBLE);
    statement.setObject(13, exam == null ? null : exam.runningNdcg(), Types.DOUBLE);
    statement.setString(14, json(of.millis()));
    statement.setLong(15, of.bytes());
    statement.setString(16, of.state().name());
    statement.setString(17, of.reason());
    return statement.executeUpdate();
  }

  @Override
  public List<ModelVersion> recent(int most) {
    return with(
        "select * from model_version order by trained_at desc, version limit ?",
        statement -> {
          statement.setInt(1, most);
          return read(statement);
        });
  }

  @Override
  public Optional<ModelVersion> find(String version) {
    return with(
        "select * from model_version where version = ?",
        statement -> {
          statement.setString(1, version);
          return read(statement).stream().findFirst();
        });
  }

  @Override
  public Optional<Hold> hold() {
    return with(
        "select version, cut, who, at from model_hold",
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Hold(
                        row.getString(1),
                        instant(row, "cut"),
                        row.getString(3),
                        instant(row, "at")))
                : Optional.empty();
          }
        });
  }

  @Override
  public void hold(Hold hold) {
    with(
        HOLD,
        statement -> {
          statement.setString(1, hold.version());
          statement.setObject(2, utc(hold.cut()));
          statement.setString(3, hold.who());
          statement.setObject(4, utc(hold.at()));
          return statement.execute();
        });
  }

  @Override
  public void release() {
    with(RELEASE, PreparedStatement::execute);
  }

  @Override
  public Instant erased() {
    return with(
        "select coalesce(max(erased_at), 'epoch') as erased from tombstone",
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            return row.next() ? instant(row, "erased") : Instant.EPOCH;
          }
        });
  }

  @Override
  public void follow(Runnable changed) {
    news.follow(changed);
  }

  /** Those in states that only later versions know, whose replicas may run too, are left out. */
  private static List<ModelVersion> read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<ModelVersion> versions = new ArrayList<>();
      while (row.next()) {
        ModelVersion.@Nullable State state =
            ModelVersion.State.named(row.getString("state")).orElse(null);
        if (state != null) {
          versions.add(version(row, state));
        }
      }
      return versions;
    }
  }

  private static ModelVersion version(ResultSet row, ModelVersion.State state) throws SQLException {
    int questions = row.getInt("questions");
    ModelVersion.@Nullable Exam exam =
        row.wasNull()
            ? null
            : new ModelVersion.Exam(
                questions,
                row.getDouble("hit_rate"),
                row.getDouble("ndcg"),
                row.getDouble("running_ndcg"));
    return new ModelVersion(
        row.getString("version"),
        instant(row, "trained_at"),
        instant(row, "cut"),
        row.getString("catalog_version"),
        found(row, "learned_from"),
        found(row, "learned_to"),
        row.getLong("events"),
        row.getLong("touches"),
        row.getLong("shoppers"),
        exam,
        millis(row.getString("millis")),
        row.getLong("bytes"),
        state,
        row.getString("reason"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant found(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static String json(Map<String, Long> millis) {
    try {
      return JSON.writeValueAsString(millis);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Long> millis(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A training's times cannot be read", damaged);
    }
  }

  /** One statement on a connection of its own. */
  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The customer store failed"), failed);
    }
  }
}
