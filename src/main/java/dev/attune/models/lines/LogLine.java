package dev.attune.models.lines;

import dev.attune.events.Signal;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One event on a line: shopper, time as {@code 2026-06-01T09:30:00.000000Z}, its place in the log
 * in twelve digits, then kind and subject of each signal, with a tab between them. Lines that are
 * sorted as text are sorted by shopper, by time, and by place where two came at once.
 *
 * @param shopper whose it is; only equality matters
 */
public record LogLine(String shopper, Instant at, List<Signal> signals) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int PLACE_DIGITS = 12;
  private static final int TIME_LENGTH = 27;
  private static final int FIRST_SIGNAL = 3;

  public LogLine {
    signals = List.copyOf(signals);
  }

  /**
   * The line of an event.
   *
   * @param place different for each event of a log
   */
  public static String of(String shopper, Instant at, long place, List<Signal> signals) {
    StringBuilder line = new StringBuilder(plain(shopper)).append('\t').append(TIME.format(at));
    line.append(String.format(Locale.ROOT, "\t%0" + PLACE_DIGITS + "d", place));
    for (Signal signal : signals) {
      line.append('\t').append(signal.kind()).append('\t').append(plain(signal.subject()));
    }
    return line.toString();
  }

  /** Whose a line is. */
  public static String shopper(String line) {
    return line.substring(0, Math.max(0, line.indexOf('\t')));
  }

  /**
   * @throws AttuneException INVALID_ROW for a line of another form
   */
  public static LogLine parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length < FIRST_SIGNAL
        || fields.length % 2 == 0
        || fields[1].length() != TIME_LENGTH
        || fields[2].length() != PLACE_DIGITS) {
      throw wrong(line);
    }
    try {
      List<Signal> signals = new ArrayList<>();
      for (int i = FIRST_SIGNAL; i < fields.length; i += 2) {
        signals.add(new Signal(Signal.Kind.valueOf(fields[i]), fields[i + 1], 1));
      }
      return new LogLine(fields[0], Instant.parse(fields[1]), signals);
    } catch (DateTimeParseException | IllegalArgumentException unread) {
      throw wrong(line);
    }
  }

  /** Without anything that would sort before a tab or end the line. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static AttuneException wrong(String line) {
    return new AttuneException(
        ErrorCode.INVALID_ROW, null, "Expected shopper, time, place and signals: " + line);
  }
}
