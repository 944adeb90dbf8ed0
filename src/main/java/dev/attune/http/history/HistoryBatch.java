package dev.attune.http.history;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Events of a history that are stored together, with the lines that they stood on. */
final class HistoryBatch {
  private static final Rejection WITHHELD =
      new Rejection(
          ErrorCode.CONSENT_DENIED,
          null,
          "Consent, an erasure or retention does not allow to keep this");

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration LATER = Duration.ofSeconds(1);

  private final List<Received> events = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private @Nullable CompletableFuture<Receipt> receipt;

  void add(Received event, long line) {
    events.add(event);
    lines.add(line);
  }

  int size() {
    return events.size();
  }

  /**
   * Begins to store it, while the next batch is read. Its sender has been told that it is read, and
   * can only wait: so does the batch, where too many others do.
   */
  void store(Ingest ingest) {
    receipt =
        Uni.createFrom()
            .deferred(() -> ingest.accept(events))
            .onFailure(HistoryBatch::overloaded)
            .retry()
            .withBackOff(SOON, LATER)
            .indefinitely()
            .subscribeAsCompletionStage();
  }

  private static boolean overloaded(Throwable failure) {
    return failure instanceof AttuneException refused && refused.code() == ErrorCode.OVERLOADED;
  }

  /** Waits until it is durable and counts it; a batch that was never stored counts nothing. */
  void settle(ImportReport report) throws IOException {
    if (receipt == null) {
      return;
    }
    Receipt stored = receipt.join();
    report.acknowledge(stored.accepted(), stored.duplicates());
    for (int index : stored.withheld()) {
      report.reject(lines.get(index), WITHHELD);
    }
  }
}
