package dev.attune.ingest.channel;

import io.smallrye.mutiny.Uni;

/** The way over other replicas; nothing of it is started where the settings name another way. */
public interface DistantChannel {
  /** As {@link EventChannel#take}. */
  Uni<Taken> take(Sending sending);
}
