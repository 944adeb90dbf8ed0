package dev.attune.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads times as ISO 8601 with an offset. What nearly all clients write, {@code
 * 2026-01-05T10:30:00.000Z}, is read digit by digit, a tenth of the time that a formatter takes.
 */
public final class IsoTimes {
  private static final int SECONDS_END = 19;
  private static final int NANO_DIGITS = 9;

  private IsoTimes() {}

  /**
   * @throws DateTimeException for anything else
   */
  public static Instant instant(String text) {
    int last = text.length() - 1;
    boolean plain = last >= SECONDS_END && text.charAt(last) == 'Z' && shaped(text);
    if (!plain) {
      return Instant.parse(text);
    }
    int nanos = nanos(text, last);
    int second = number(text, 17, 19);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    if (nanos < 0 || second < 0 || hour < 0 || minute < 0) {
      return Instant.parse(text);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
  }

  private static boolean shaped(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** The fraction of a second up to the Z, 0 without one, -1 where it is none. */
  private static int nanos(String text, int end) {
    if (end == SECONDS_END) {
      return 0;
    }
    int digits = end - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
      return -1;
    }
    int value = number(text, SECONDS_END + 1, end);
    for (int i = digits; i < NANO_DIGITS && value > 0; i++) {
      value *= 10;
    }
    return value;
  }

  /** The digits of a range as a number, -1 where one is none. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
