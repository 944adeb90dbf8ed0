package dev.attune.http.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.ingest.Ingest;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One import of a history: reads lines, stores batches while it reads on, and reports. Holds two
 * batches in memory, however long the history is.
 */
final class HistoryImport {
  private static final int LONGEST_LINE = 4 * SegmentReader.MOST_BYTES;

  /** Stands for the line in which the body broke off. */
  private static final BoundedLines.Line BROKEN = new BoundedLines.Line(null);

  private final Ingest ingest;
  private final SegmentReader reader;
  private final Arrival arrival;
  private final HistorySettings settings;
  private final ImportReport report;
  private HistoryBatch reading = new HistoryBatch();
  private HistoryBatch storing = new HistoryBatch();
  private long line;
  private long reported;

  HistoryImport(
      Ingest ingest,
      SegmentReader reader,
      Arrival arrival,
      HistorySettings settings,
      ImportReport report) {
    this.ingest = ingest;
    this.reader = reader;
    this.arrival = arrival;
    this.settings = settings;
    this.report = report;
  }

  /**
   * Imports all lines and writes the last line of the answer.
   *
   * @throws IOException when the answer cannot be written any more
   */
  void run(InputStream history) throws IOException {
    BoundedLines lines = new BoundedLines(history, LONGEST_LINE);
    try {
      boolean whole = readAll(lines);
      store();
      store();
      if (whole) {
        report.done();
      } else {
        report.stopped(
            ErrorCode.TRUNCATED, "The body broke off; send it again, nothing is stored twice");
      }
    } catch (CompletionException failed) {
      Log.error("A history could not be stored any further", failed);
      report.stopped(
          ErrorCode.UNAVAILABLE, "The store failed; send it again, nothing is stored twice");
    }
  }

  private boolean readAll(BoundedLines lines) throws IOException {
    BoundedLines.@Nullable Line next = next(lines);
    while (next != null && next != BROKEN) {
      line++;
      take(next.text());
      if (reading.size() >= settings.batch()) {
        store();
      }
      next = next(lines);
    }
    return next == null;
  }

  private static BoundedLines.@Nullable Line next(BoundedLines lines) {
    try {
      return lines.next();
    } catch (IOException brokeOff) {
      return BROKEN;
    }
  }

  private void take(@Nullable String text) throws IOException {
    if (text == null) {
      report.reject(
          line, new Rejection(ErrorCode.BODY_TOO_LARGE, null, "An event must have at most 32 KB"));
      return;
    }
    if (text.isBlank()) {
      return;
    }
    Parsed parsed = parsed(text);
    if (parsed instanceof Parsed.Valid valid) {
      reading.add(valid.event(), line);
    } else if (parsed instanceof Parsed.Invalid invalid) {
      report.reject(line, invalid.rejection());
    }
  }

  private Parsed parsed(String text) {
    try {
      return reader.read(EventJson.read(text), Sender.server(), arrival);
    } catch (JsonProcessingException unreadable) {
      String column =
          unreadable.getLocation() == null
              ? ""
              : " at column " + unreadable.getLocation().getColumnNr();
      return new Parsed.Invalid(
          null, new Rejection(ErrorCode.INVALID_JSON, null, "The line is not valid JSON" + column));
    }
  }

  /** Waits for the batch before, and begins to store this one. */
  private void store() throws IOException {
    storing.settle(report);
    storing = reading;
    reading = new HistoryBatch();
    if (storing.size() > 0) {
      storing.store(ingest);
    }
    if (line - reported >= settings.progress()) {
      reported = line;
      report.progress();
    }
  }
}
