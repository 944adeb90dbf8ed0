package dev.attune.ingest.bad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Sender;
import dev.attune.ingest.Ingest;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.ConsentDefaults;
import dev.attune.privacy.Terms;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadEventExpiryTest {
  private static final String WAY = "expiry-test";

  @Inject BadEventQueue queue;
  @Inject BadEventSettings settings;
  @Inject Clock clock;
  @Inject PgBadEvents table;
  @Inject Ingest.Store store;
  @Inject ConsentDefaults defaults;
  @Inject Vertx vertx;
  @Inject MeterRegistry meters;

  @Test
  void badEventsGoWhenTheirTimeIsOverAndYoungerOnesStay() {
    Instant limit = clock.instant().minus(settings.keep());
    queue.keep(refused("too old", limit.minus(Duration.ofMinutes(1))));
    queue.keep(refused("young enough", limit.plus(Duration.ofHours(1))));
    assertThat(kept()).isEqualTo(2);

    queue.expire().await().indefinitely();

    assertThat(kept()).isEqualTo(1);
    BadEventPage page = queue.page(new BadEventFilter(null, WAY), 10, null).await().indefinitely();
    assertThat(page.events().get(0).message()).isEqualTo("young enough");
  }

  @Test
  void whoeverSendsRubbishAllDayDoesNotFillTheDisk() {
    long others =
        queue.page(new BadEventFilter(null, null), 1, null).await().indefinitely().total();
    int most = (int) others + 20;
    BadEventQueue small =
        new BadEventQueue(table, store, holding(most), defaults, clock, vertx, meters);
    for (int i = 0; i < 3 * most; i++) {
      small.keep(refused("rubbish", clock.instant(), "rubbish-test"));
      if (i % 50 == 0) {
        small.settled().await().indefinitely();
      }
    }
    assertThat(small.page(new BadEventFilter(null, null), 1, null).await().indefinitely().total())
        .isLessThanOrEqualTo(most + most / 10 + 100);
  }

  private static BadEventSettings holding(int most) {
    return new BadEventSettings() {
      @Override
      public Duration keep() {
        return Duration.ofDays(30);
      }

      @Override
      public int most() {
        return most;
      }

      @Override
      public int queue() {
        return 5_000;
      }
    };
  }

  private long kept() {
    return queue.page(new BadEventFilter(null, WAY), 10, null).await().indefinitely().total();
  }

  private static BadEvent refused(String why, Instant at) {
    return refused(why, at, WAY);
  }

  private static BadEvent refused(String why, Instant at, String way) {
    Sender sender = new Sender(false, null, null, Traffic.SHOPPER, null);
    Arrival arrival = Arrival.live(at, MissingNode.getInstance(), Duration.ZERO).by(way);
    return BadEvent.body(
        "{",
        new Rejection(ErrorCode.INVALID_JSON, null, why),
        new SentBy(sender, arrival, Terms.NONE),
        "batch");
  }
}
