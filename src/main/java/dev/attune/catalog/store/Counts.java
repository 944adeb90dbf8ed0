package dev.attune.catalog.store;

import dev.attune.catalog.feed.FeedRow;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;

/** Counts what the listener hears. */
final class Counts {
  private static final long EVERY = 1_000;

  private final ImportListener listener;
  private long read;
  private long rejected;
  private long unpublished;
  private long warnings;

  Counts(ImportListener listener) {
    this.listener = listener;
  }

  void count(FeedRow row) {
    read++;
    if (row instanceof FeedRow.Refused refused) {
      reject(refused.line(), refused.rejection());
      unpublished += refused.rejection().code() == ErrorCode.NOT_PUBLISHED ? 1 : 0;
    } else if (row instanceof FeedRow.Accepted accepted) {
      warnings += accepted.warnings().size();
      accepted.warnings().forEach(warning -> listener.warned(accepted.line(), warning));
    }
    if (read % EVERY == 0) {
      listener.progress(read);
    }
  }

  void reject(long line, Rejection rejection) {
    rejected++;
    listener.rejected(line, rejection);
  }

  void headerRead() {
    listener.headerRead();
  }

  void bodyRead() {
    listener.bodyRead();
  }

  long accepted() {
    return read - rejected;
  }

  /** Whether much of the feed is wrong; what the merchant does not show is not. */
  boolean manyRejected() {
    return (rejected - unpublished) * 5 > read;
  }

  ImportSummary summary(long stored, long archived) {
    return new ImportSummary(read, stored, accepted() - stored, rejected, archived, warnings);
  }
}
