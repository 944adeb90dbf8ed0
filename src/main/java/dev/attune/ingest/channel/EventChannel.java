package dev.attune.ingest.channel;

import io.smallrye.mutiny.Uni;

/** Where the collector and the {@code track} mutation give valid events: then they are durable. */
public interface EventChannel {
  /**
   * Takes the events of one request, all or none of them.
   *
   * @return when they are durable; fails with OVERLOADED where too many wait
   */
  Uni<Taken> take(Sending sending);
}
