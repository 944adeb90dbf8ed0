package dev.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnnouncementsTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject
  @ReactiveDataSource(Store.CATALOG_NAME)
  Pool pool;

  @Inject Vertx vertx;

  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<String> heard = new CompletableFuture<>();

  private Uni<Void> told(String payload) {
    int times = asked.merge(payload, 1, Integer::sum);
    if (payload.equals("nonsense")) {
      throw new IllegalArgumentException("It means nothing");
    }
    if (times < 3) {
      return Uni.createFrom().failure(new IllegalStateException("not now"));
    }
    heard.complete(payload);
    return Uni.createFrom().voidItem();
  }

  @Test
  void asksAgainUntilItIsTakenAndOnceOfWhatMakesNoSense() throws Exception {
    Announcements announcements =
        new Announcements(
            pool, vertx, "announcements_test", opened -> Uni.createFrom().voidItem(), this::told);
    announcements.follow().await().atMost(LIMIT);
    try {
      for (String payload : new String[] {"nonsense", "news"}) {
        pool.query("select pg_notify('announcements_test', '" + payload + "')")
            .execute()
            .await()
            .atMost(LIMIT);
      }
      assertThat(heard.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo("news");
      assertThat(asked).containsEntry("news", 3).containsEntry("nonsense", 1);
    } finally {
      announcements.close();
    }
  }
}
