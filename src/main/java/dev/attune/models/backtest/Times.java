package dev.attune.models.backtest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as shops write them: ISO 8601 with or without an offset, a blank for its T, a day alone, or
 * seconds, milliseconds, micro- or nanoseconds since 1970. Without an offset they are UTC.
 */
final class Times {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d+)?");
  private static final Pattern DAY = Pattern.compile("(19|20)(\\d\\d)(\\d\\d)(\\d\\d)");
  private static final Pattern UTC = Pattern.compile(" ?(UTC|GMT)$");
  private static final Pattern BEFORE_OFFSET = Pattern.compile(" (?=[+-]\\d)");

  /** Seconds reach as far as the year 5138 before they are taken for milliseconds. */
  private static final BigDecimal SECONDS = BigDecimal.valueOf(100_000_000_000L);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-M-d['T'H:mm[:ss]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** The time that is written so, empty for what is none. */
  static Optional<Instant> read(String text) {
    try {
      return Optional.of(NUMBER.matcher(text).matches() ? number(text) : iso(text).toInstant());
    } catch (DateTimeException | ArithmeticException wrong) {
      return Optional.empty();
    }
  }

  private static Instant number(String text) {
    if (DAY.matcher(text).matches()) {
      return OffsetDateTime.parse(DAY.matcher(text).replaceFirst("$1$2-$3-$4T00:00Z")).toInstant();
    }
    BigDecimal seconds = new BigDecimal(text);
    while (seconds.abs().compareTo(SECONDS) >= 0) {
      seconds = seconds.movePointLeft(3);
    }
    long whole = seconds.longValue();
    return Instant.ofEpochSecond(
        whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
  }

  private static OffsetDateTime iso(String text) {
    String zoned = UTC.matcher(text).replaceFirst("Z");
    String iso = BEFORE_OFFSET.matcher(zoned).replaceFirst("").replace(' ', 'T').replace('/', '-');
    return OffsetDateTime.parse(iso, ISO);
  }
}
