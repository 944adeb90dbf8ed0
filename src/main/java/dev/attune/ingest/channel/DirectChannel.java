package dev.attune.ingest.channel;

import dev.attune.ingest.Ingest;
import io.smallrye.mutiny.Uni;

/** Straight into the log: what is durable is also visible. */
final class DirectChannel implements EventChannel {
  private final Ingest ingest;

  DirectChannel(Ingest ingest) {
    this.ingest = ingest;
  }

  @Override
  public Uni<Taken> take(Sending sending) {
    return ingest.accept(sending.events(), sending.terms()).map(Taken::of);
  }
}
