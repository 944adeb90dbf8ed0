package dev.attune.ingest.bad;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Sender;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.Terms;
import io.quarkus.test.junit.QuarkusTest;
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

  private long kept() {
    return queue.page(new BadEventFilter(null, WAY), 10, null).await().indefinitely().total();
  }

  private static BadEvent refused(String why, Instant at) {
    Sender sender = new Sender(false, null, null, Traffic.SHOPPER, null);
    Arrival arrival = Arrival.live(at, MissingNode.getInstance(), Duration.ZERO).by(WAY);
    return BadEvent.body(
        "{",
        new Rejection(ErrorCode.INVALID_JSON, null, why),
        new SentBy(sender, arrival, Terms.NONE),
        "batch");
  }
}
