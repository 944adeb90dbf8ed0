package dev.attune.platform.time;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as clients write them, where that means one instant only: ISO 8601 with an offset in
 * all its forms and with a blank instead of the T, a date, which is midnight UTC as in ECMAScript,
 * and seconds or milliseconds since 1970. A time of day without an offset may be any of 24 times.
 */
public final class ClientTimes {
  private static final int SHORTEST_USUAL = "2026-01-05T10:30:00Z".length();

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private static final Pattern LOOSE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d{1,9}))?"
              + " ?(?:([Zz]|UTC|GMT)|([+-]\\d\\d)(?::?(\\d\\d))?)");

  /** From 1990 to 2286: seconds have 9 or 10 digits then, and milliseconds 12 or 13. */
  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10}|\\d{12,13})(?:\\.(\\d{1,9}))?");

  /** More than any time has, before its point or behind. */
  private static final int DIGITS = 20;

  private static final int MOST_DIGITS_OF_SECONDS = 10;

  private ClientTimes() {}

  /**
   * @throws DateTimeException for anything else
   */
  public static Instant instant(String text) {
    if (usual(text)) {
      return IsoTimes.instant(text);
    }
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      boolean seconds = epoch.group(1).length() <= MOST_DIGITS_OF_SECONDS;
      return sinceEpoch(new BigDecimal(text).movePointLeft(seconds ? 0 : 3));
    }
    if (DATE.matcher(text).matches()) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    Matcher loose = LOOSE.matcher(text);
    return loose.matches() ? loose(loose) : IsoTimes.instant(text);
  }

  /** A number as {@link #instant} reads it, empty where it is too long to be a time. */
  public static String text(BigDecimal number) {
    boolean plain = number.precision() - number.scale() <= DIGITS && number.scale() <= DIGITS;
    return plain ? number.toPlainString() : "";
  }

  /** What nearly all clients write costs no regular expression. */
  private static boolean usual(String text) {
    int last = text.length() - 1;
    return last >= SHORTEST_USUAL - 1
        && text.charAt(last) == 'Z'
        && text.charAt(10) == 'T'
        && text.indexOf(',') < 0;
  }

  private static Instant sinceEpoch(BigDecimal seconds) {
    BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
    return Instant.ofEpochSecond(parts[0].longValue(), parts[1].movePointRight(9).longValue());
  }

  private static Instant loose(Matcher time) {
    String fraction = time.group(3) == null ? "" : "." + time.group(3);
    String second = time.group(2).length() == 5 ? ":00" : "";
    String minutes = time.group(6) == null ? "00" : time.group(6);
    String offset = time.group(4) == null ? time.group(5) + ":" + minutes : "Z";
    String iso = time.group(1) + "T" + time.group(2) + second + fraction + offset;
    return OffsetDateTime.parse(iso).toInstant();
  }
}
