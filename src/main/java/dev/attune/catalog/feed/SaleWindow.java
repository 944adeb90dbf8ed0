package dev.attune.catalog.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a sale price holds.
 *
 * @param from first instant, null where it has always been
 * @param until first instant after it, later than {@code from}; null where it never ends
 */
public record SaleWindow(@Nullable Instant from, @Nullable Instant until) {
  private static final DateTimeFormatter DATES =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSS][XXX][XX][X]]", Locale.ROOT);

  public SaleWindow {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("A sale ends after it starts");
    }
  }

  /**
   * Reads Google's {@code 2026-02-24T11:07+0100/2026-02-29T23:07+0100}; without an offset it is
   * UTC, without a time the end is that day's last instant. Empty for anything else.
   */
  public static Optional<SaleWindow> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    try {
      Instant from = instant(text.substring(0, slash).strip(), false);
      Instant until = instant(text.substring(slash + 1).strip(), true);
      return from.isBefore(until) ? Optional.of(new SaleWindow(from, until)) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text, boolean end) {
    TemporalAccessor parsed =
        DATES.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime exact) {
      return exact.toInstant();
    }
    if (parsed instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    LocalDate day = LocalDate.from(parsed);
    return (end ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
