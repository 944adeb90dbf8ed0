package dev.attune.catalog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty catalog database of a test's own, on the server of the catalog store, for tests that
 * would disturb others: whole catalogs vanish in them.
 */
public final class ScratchCatalog implements AutoCloseable {
  private final String server;
  private final String user;
  private final String password;
  private final String name = "scratch_" + UUID.randomUUID().toString().replace('-', '_');
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

  public ScratchCatalog() throws SQLException {
    Config config = ConfigProvider.getConfig();
    this.server = config.getValue("quarkus.datasource.catalog.jdbc.url", String.class);
    this.user = config.getValue("quarkus.datasource.catalog.username", String.class);
    this.password = config.getValue("quarkus.datasource.catalog.password", String.class);
    onServer("create database " + name);
    dataSource.setUrl(server.replaceFirst("/[^/?]+(\\?.*)?$", "/" + name + "$1"));
    dataSource.setUser(user);
    dataSource.setPassword(password);
    Flyway.configure().dataSource(dataSource).locations("classpath:db/catalog").load().migrate();
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** The first column of what this query finds. */
  public List<String> texts(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  @Override
  public void close() throws SQLException {
    onServer("drop database if exists " + name + " with (force)");
  }

  private void onServer(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
