package dev.attune.ingest.topic;

import dev.attune.ingest.channel.Taken;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits until the brokers have acknowledged every record of a request, or one has failed. */
final class Acknowledgement {
  private final int count;
  private final UniEmitter<? super Taken> emitter;
  private final AtomicInteger missing;
  private volatile boolean failed;

  Acknowledgement(int count, UniEmitter<? super Taken> emitter) {
    this.count = count;
    this.emitter = emitter;
    this.missing = new AtomicInteger(count);
  }

  void one() {
    if (missing.decrementAndGet() == 0) {
      emitter.complete(Taken.durable(count));
    }
  }

  /** The first failure is the request's. */
  void fail(Throwable failure) {
    failed = true;
    emitter.fail(failure);
  }

  boolean failed() {
    return failed;
  }
}
