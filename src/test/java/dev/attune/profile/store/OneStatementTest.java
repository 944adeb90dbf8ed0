package dev.attune.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Sent;
import dev.attune.platform.database.Store;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.view.Lenses;
import dev.attune.profile.view.Shop;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneStatementTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject Ingest ingest;
  @Inject ConsentDefaults consents;

  @Inject
  @ReactiveDataSource(Store.CUSTOMER_NAME)
  Pool pool;

  private final List<String> calls = new ArrayList<>();

  @Test
  void aPersonOfThreeDevicesIsReadInOneStatement() {
    for (String device : List.of("one-phone", "one-laptop", "one-tablet")) {
      accept(device, "m1", null, "g1");
      accept(device, "m2", "one-person", "d1");
    }

    Shopper shopper = load(Identifier.visitor("one-phone"), Identifier.customer("one-person"));

    assertThat(calls).containsExactly("preparedQuery");
    assertThat(shopper.ranking().events()).isEqualTo(6);
    assertThat(shopper.ranking().taste(new CategoryId("instruments-drums"))).isEqualTo(.5);
    assertThat(shopper.showing().viewed())
        .extracting(touched -> touched.product())
        .containsExactlyInAnyOrder(new ProductId("g1"), new ProductId("d1"));
    assertThat(shopper.id()).hasSize(32).doesNotContain("one-person");
  }

  @Test
  void somebodyUnknownIsANewcomer() {
    Shopper shopper = load(Identifier.visitor("one-nobody"), null);
    assertThat(shopper.ranking()).isEqualTo(Profile.NOBODY);
    assertThat(shopper.id()).isNotEqualTo(load(Identifier.visitor("one-other"), null).id());
  }

  @Test
  void whoSaysNothingOfWhoTheyAreIsNotLookedUp() {
    Shopper shopper = load(null, null);
    assertThat(calls).isEmpty();
    assertThat(shopper.id()).isEmpty();
  }

  private Shopper load(@Nullable Identifier visitor, @Nullable Identifier customer) {
    Proof proof = customer == null ? Proof.ANONYMOUS : Proof.AUTHENTICATED;
    Asker asker =
        new Asker(visitor, customer, proof, Traffic.SHOPPER, Set.of(), false, false, null);
    PgShoppers shoppers =
        new PgShoppers(
            counting(),
            new Lenses(() -> Shop.catalog(0), Shop.settings()),
            consents,
            Shop.settings(),
            new ProfileCache(Shop.settings()));
    return shoppers.load(asker, NOON.plusSeconds(60)).await().atMost(Duration.ofSeconds(30));
  }

  private void accept(String visitor, String messageId, @Nullable String customer, String product) {
    ingest
        .accept(List.of(Sent.view(messageId, visitor, customer, NOON, product)))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  /** The pool, with a note of every call. */
  private Pool counting() {
    Object counting =
        Proxy.newProxyInstance(
            io.vertx.sqlclient.Pool.class.getClassLoader(),
            new Class<?>[] {io.vertx.sqlclient.Pool.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              return method.invoke(pool.getDelegate(), arguments);
            });
    return new Pool((io.vertx.sqlclient.Pool) counting);
  }
}
