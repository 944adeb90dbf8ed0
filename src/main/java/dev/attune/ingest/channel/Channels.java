package dev.attune.ingest.channel;

import dev.attune.ingest.Ingest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the way that the settings name. */
@ApplicationScoped
class Channels {
  @Produces
  @Singleton
  EventChannel channel(ChannelSettings settings, Ingest ingest, DistantChannel distant) {
    return switch (settings.channel()) {
      case DIRECT -> new DirectChannel(ingest);
      case KAFKA -> distant::take;
    };
  }
}
