package dev.attune.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.audit.Audit;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of a shop whose environment names no write key. */
@QuarkusTest
class KeyRingTest {
  @Inject PgKeyStore first;
  @Inject PgShopKeys store;
  @Inject Audit audit;
  @Inject Clock clock;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  @AfterEach
  void forgetTheFirstKey() throws SQLException {
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from api_key where kind = 'WRITE'");
    }
  }

  @Test
  void ofTwoThatRevokeTheLastTwoKeysAtOnceOneIsRefused() {
    KeySettings settings = new KeySettings(Optional.empty(), Optional.of("key-ring-secret"));
    Keys keys = new Keys(settings, first, audit, clock);
    keys.load();
    KeyRing ring = new KeyRing(keys, store, audit, clock);
    for (ShopKey key : good(ring).subList(1, good(ring).size())) {
      await(ring.revoke(key.id(), "key-ring"));
    }
    await(ring.make(KeyKind.WRITE, "key-ring", "key-ring"));

    List<CompletableFuture<ShopKey>> revoked = new ArrayList<>();
    for (ShopKey key : good(ring)) {
      revoked.add(ring.revoke(key.id(), "key-ring").subscribeAsCompletionStage());
    }

    assertThat(revoked).hasSize(2);
    assertThat(revoked.stream().map(KeyRingTest::refusal).toList())
        .containsExactlyInAnyOrder(null, ErrorCode.INVALID_VALUE);
    assertThat(good(ring)).hasSize(1);
  }

  private static @Nullable ErrorCode refusal(CompletableFuture<ShopKey> revoked) {
    try {
      revoked.join();
      return null;
    } catch (CompletionException failed) {
      return ((AttuneException) failed.getCause()).code();
    }
  }

  private static List<ShopKey> good(KeyRing ring) {
    return await(ring.list()).stream()
        .filter(key -> key.kind() == KeyKind.WRITE && key.good())
        .toList();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(10));
  }
}
