package dev.attune.ingest.topic;

import dev.attune.ingest.channel.ChannelSettings;
import dev.attune.ingest.channel.ChannelSettings.Way;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topic was found. Brokers that go away later make no replica unready: pages need
 * none of them, and the collector tells its clients to come again.
 */
@Readiness
@ApplicationScoped
class TopicReadiness implements HealthCheck {
  private final ChannelSettings settings;
  private final TopicReader reader;
  private final TopicMeters meters;

  TopicReadiness(ChannelSettings settings, TopicReader reader, TopicMeters meters) {
    this.settings = settings;
    this.reader = reader;
    this.meters = meters;
  }

  @Override
  public HealthCheckResponse call() {
    boolean direct = settings.channel() == Way.DIRECT;
    return HealthCheckResponse.named("event channel")
        .status(direct || reader.reading())
        .withData("channel", settings.channel().name())
        .withData("lag", meters.lag())
        .build();
  }
}
