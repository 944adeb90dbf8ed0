package dev.attune.http.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.ingest.bad.SentBy;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.Terms;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One import of a history: reads lines, stores batches while it reads on, and reports. Holds a few
 * batches in memory, however long the history is.
 */
final class HistoryImport {
  private static final int LONGEST_LINE = 4 * SegmentReader.MOST_BYTES;

  /** Stands for the line in which the body broke off. */
  private static final BoundedLines.Line BROKEN = new BoundedLines.Line(null);

  /** The call of a bad event that stood on a line of a history. */
  private static final String CALL = "history";

  private final Ingest ingest;
  private final BadEvents badEvents;
  private final SegmentReader reader;
  private final Arrival arrival;
  private final HistorySettings settings;
  private final ImportReport report;
  private HistoryBatch reading = new HistoryBatch();
  private final Deque<HistoryBatch> storing = new ArrayDeque<>();
  private long line;
  private long reported;

  HistoryImport(
      Ingest ingest,
      BadEvents badEvents,
      SegmentReader reader,
      Arrival arrival,
      HistorySettings settings,
      ImportReport report) {
    this.ingest = ingest;
    this.badEvents = badEvents;
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
      while (!storing.isEmpty()) {
        storing.remove().settle(report);
      }
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
    SentBy sentBy = new SentBy(Sender.server(), arrival, Terms.NONE);
    try {
      JsonNode event = EventJson.read(text);
      Parsed parsed = reader.read(event, sentBy.sender(), arrival);
      if (parsed instanceof Parsed.Valid valid) {
        reading.add(valid.event(), line);
      } else if (parsed instanceof Parsed.Invalid invalid) {
        report.reject(line, invalid.rejection());
        badEvents.keep(BadEvent.event(event, invalid, sentBy, CALL));
      }
    } catch (JsonProcessingException unreadable) {
      String column =
          unreadable.getLocation() == null
              ? ""
              : " at column " + unreadable.getLocation().getColumnNr();
      Rejection reason =
          new Rejection(ErrorCode.INVALID_JSON, null, "The line is not valid JSON" + column);
      report.reject(line, reason);
      badEvents.keep(BadEvent.body(text, reason, sentBy, CALL));
    }
  }

  /** Begins to store what was read, when few enough batches are under way. */
  private void store() throws IOException {
    if (storing.size() >= settings.atOnce()) {
      storing.remove().settle(report);
    }
    if (reading.size() > 0) {
      reading.store(ingest);
      storing.add(reading);
      reading = new HistoryBatch();
    }
    if (line - reported >= settings.progress()) {
      reported = line;
      report.progress();
    }
  }
}
