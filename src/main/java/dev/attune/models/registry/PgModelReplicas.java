package dev.attune.models.registry;

import dev.attune.models.ModelRegistry;
import dev.attune.models.Models;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the other replicas what this one uses, soon after it changed and every half a minute; in
 * the customer store.
 */
@ApplicationScoped
class PgModelReplicas implements ModelReplicas {
  private static final Logger LOG = Logger.getLogger(PgModelReplicas.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** By the store's clock, which all share. What follows a + are newest visits. */
  private static final String TELL =
      """
      insert into model_replica as there (name, version, cut, since, told)
      values (?, ?, ?, now(), now())
      on conflict (name) do update
      set version = excluded.version, cut = excluded.cut, told = excluded.told,
        since = case when split_part(there.version, '+', 1) = split_part(excluded.version, '+', 1)
          then there.since else excluded.since end
      """;

  private static final String FORGET =
      "delete from model_replica where told < now() - interval '2 minutes'";
  private static final String PRESENT =
      """
      select name, version, cut, since from model_replica
      where told >= now() - interval '2 minutes' order by name
      """;

  private final javax.sql.DataSource store;
  private final ModelRegistry registry;
  private final Clock clock;
  private final String name =
      Optional.ofNullable(System.getenv("HOSTNAME")).orElse("gateway")
          + "-"
          + UUID.randomUUID().toString().substring(0, 8);
  private String told = "";
  private Instant toldAt = Instant.EPOCH;

  @Inject
  PgModelReplicas(
      @DataSource(Store.CUSTOMER_NAME) javax.sql.DataSource store,
      ModelRegistry registry,
      Clock clock) {
    this.store = store;
    this.registry = registry;
    this.clock = clock;
  }

  /** Asks the store only where there is something to tell. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tell() {
    Models models = registry.current();
    Instant now = clock.instant();
    if (models.version().equals(told) && now.isBefore(toldAt.plus(AGAIN))) {
      return;
    }
    try (Connection connection = store.getConnection();
        PreparedStatement tell = connection.prepareStatement(TELL);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      tell.setString(1, name);
      tell.setString(2, models.version());
      tell.setObject(3, models.report().trainedAt().atOffset(ZoneOffset.UTC));
      tell.executeUpdate();
      forget.executeUpdate();
      told = models.version();
      toldAt = now;
    } catch (SQLException unavailable) {
      LOG.debugf("Which models are used here is not told: %s", unavailable.getMessage());
    }
  }

  @Override
  public List<Replica> present() {
    try (Connection connection = store.getConnection();
        PreparedStatement statement = connection.prepareStatement(PRESENT);
        ResultSet row = statement.executeQuery()) {
      List<Replica> replicas = new ArrayList<>();
      while (row.next()) {
        replicas.add(
            new Replica(
                row.getString(1), row.getString(2), instant(row, "cut"), instant(row, "since")));
      }
      return replicas;
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The customer store failed"), failed);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
