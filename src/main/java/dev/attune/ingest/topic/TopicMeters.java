package dev.attune.ingest.topic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica's share of the topic looks like; measured only where there is one. */
@ApplicationScoped
class TopicMeters {
  private final MeterRegistry meters;
  private final AtomicLong lag = new AtomicLong();
  private final Timer effect;
  private final Counter withheld;
  private final Counter gone;

  TopicMeters(MeterRegistry meters) {
    this.meters = meters;
    this.effect =
        Timer.builder("attune.events.effect")
            .description("From when an event came in until it was folded")
            .publishPercentiles(.5, .99)
            .register(meters);
    this.withheld =
        Counter.builder("attune.events.topic.withheld")
            .description("Events of the topic that consent does not allow to keep")
            .register(meters);
    this.gone =
        Counter.builder("attune.events.topic.gone")
            .description("Records that the brokers had deleted before they were folded")
            .register(meters);
  }

  /** From now on lag is shown. */
  void show(TopicChannel channel) {
    Gauge.builder("attune.events.topic.lag", lag, AtomicLong::get)
        .description("Records of this replica's share that are yet to be folded")
        .register(meters);
    Gauge.builder("attune.events.topic.waiting", channel, TopicChannel::waiting)
        .description("Events that wait for the brokers' acknowledgement")
        .register(meters);
  }

  void lag(long records) {
    lag.set(records);
  }

  long lag() {
    return lag.get();
  }

  void folded(Instant receivedAt, Instant now) {
    Duration after = Duration.between(receivedAt, now);
    effect.record(after.isNegative() ? Duration.ZERO : after);
  }

  void withheld(int count) {
    withheld.increment(count);
  }

  void gone(long count) {
    gone.increment(count);
  }
}
