package dev.attune.http.history;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
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

  /** Begins to store it, while the next batch is read. */
  void store(Ingest ingest) {
    receipt = ingest.accept(events).subscribeAsCompletionStage();
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
