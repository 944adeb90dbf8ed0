package dev.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Merchandising;
import dev.attune.platform.database.Store;
import dev.attune.simulator.SimulatorSettings;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoLoaderTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final int DAYS = 10;
  private static final int SHOPPERS = 20;

  @Inject Catalog catalog;
  @Inject Merchandising merchandising;
  @Inject PgDemoMarker marker;
  @Inject DemoSteps steps;

  @Inject
  @DataSource(Store.CATALOG_NAME)
  javax.sql.DataSource catalogStore;

  @Inject
  @DataSource(Store.CUSTOMER_NAME)
  javax.sql.DataSource customerStore;

  @BeforeEach
  void forgetTheLoad() throws SQLException {
    try (Connection connection = catalogStore.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from demo_load");
    }
  }

  @Test
  void fillsTheShopAndAgainChangesNothing() throws SQLException {
    loader(NOW).load();
    CatalogSnapshot filled = catalog.snapshot();
    assertThat(filled.product(new ProductId("LL-5001")).orElseThrow().variants()).isNotEmpty();
    assertThat(filled.product(new ProductId("LL-5021")).orElseThrow().relations())
        .contains(new Relation(Relation.Kind.ACCESSORY_OF, new ProductId("LL-5001"), null, null));
    assertThat(merchandising.current().heroes())
        .filteredOn(hero -> hero.id().startsWith("hero-"))
        .hasSize(15)
        .filteredOn(Hero::evergreen)
        .extracting(Hero::id)
        .containsExactly("hero-evergreen");
    assertThat(merchandising.current().offer("offer-welcome")).isPresent();
    assertThat(merchandising.current().guide("guide-wool")).isPresent();
    assertThat(merchandising.current().collection("collection-made-to-last")).isPresent();
    assertThat(marker.read().orElseThrow().complete()).isTrue();
    long events = events();
    String merchandise = merchandising.current().version();

    loader(NOW.plus(Duration.ofDays(2))).load();
    assertThat(events()).isEqualTo(events);
    assertThat(catalog.snapshot().version()).isEqualTo(filled.version());
    assertThat(merchandising.current().version()).isEqualTo(merchandise);
  }

  @Test
  void goesOnWithTheSameTrafficAfterItBrokeOff() throws SQLException {
    marker.begin(Instant.parse("2026-05-01T00:00:00Z"));
    steps.assortment().load();
    steps.traffic().load(traffic());
    long events = events();
    loader(NOW.plus(Duration.ofDays(1))).load();
    assertThat(events()).isEqualTo(events).isPositive();
    assertThat(marker.read().orElseThrow().complete()).isTrue();
  }

  @Test
  void isReadyWhereNoDemoShopIsWanted() {
    RestAssured.get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'demo shop' }.data.state", Matchers.equalTo("NOT_WANTED"));
  }

  private DemoLoader loader(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new DemoLoader(new Small(), true, true, catalog, marker, steps, clock);
  }

  private static SimulatorSettings traffic() {
    Instant until = Instant.parse("2026-05-01T00:00:00Z");
    return SimulatorSettings.defaults()
        .withShoppers(SHOPPERS)
        .within(until.minus(Duration.ofDays(DAYS)), until);
  }

  private long events() throws SQLException {
    try (Connection connection = customerStore.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from event where happened_at >= '2026-04-21T00:00:00Z'"
                    + " and happened_at < '2026-05-01T00:00:00Z'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static final class Small implements DemoSettings {
    @Override
    public Optional<Boolean> enabled() {
      return Optional.of(true);
    }

    @Override
    public int shoppers() {
      return SHOPPERS;
    }

    @Override
    public int days() {
      return DAYS;
    }
  }
}
