package dev.attune.graphql.merchant;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads where and when from what a merchant wrote; what cannot be read names its field. */
public final class Moments {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Moments() {}

  /** Countries, ISO 3166-1 alpha-2 in any case; none of null. */
  public static Set<String> markets(String field, @Nullable List<String> codes) {
    if (codes == null) {
      return Set.of();
    }
    Set<String> markets =
        codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    for (String market : markets) {
      Merchants.require(
          COUNTRIES.contains(market), field, "'" + market + "' is no ISO 3166-1 alpha-2 country");
    }
    return markets;
  }

  public static ZoneId zone(String field, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, "'" + name + "' is no time zone");
    }
  }

  /** A time with an offset, or as it is in a time zone; null of null. */
  public static @Nullable Instant time(String field, @Nullable String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException unreadable) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP,
          field,
          "'" + text + "' is no ISO 8601 time, such as 2026-11-27T00:00");
    }
  }
}
