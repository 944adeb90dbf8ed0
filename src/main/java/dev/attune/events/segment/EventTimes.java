package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.time.IsoTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an event happened, by what its client says and by when it came in. */
final class EventTimes {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private EventTimes() {}

  /**
   * When something happened.
   *
   * @param clamped its client said a time that is yet to come, further off than is tolerated
   */
  record Moment(Instant at, boolean clamped) {}

  static Moment happenedAt(Fields event, Arrival arrival) {
    Instant timestamp = timestamp(event);
    Instant sentAt = sentAt(event, arrival);
    Instant receivedAt = arrival.receivedAt();
    if (!arrival.live()) {
      Instant written = first(timestamp, first(sentAt, receivedAt));
      return written.isAfter(receivedAt)
          ? new Moment(receivedAt, true)
          : new Moment(written, false);
    }
    if (timestamp == null) {
      return new Moment(receivedAt, false);
    }
    Instant happened = corrected(timestamp, sentAt, receivedAt, arrival.tolerance());
    if (happened.isBefore(EARLIEST)) {
      throw refused("timestamp");
    }
    return happened.isAfter(receivedAt)
        ? new Moment(receivedAt, happened.isAfter(receivedAt.plus(arrival.tolerance())))
        : new Moment(happened, false);
  }

  /** When an event happened that is refused, as far as it says; else when it came. */
  static Instant said(Fields event, Arrival arrival) {
    try {
      return happenedAt(event, arrival).at();
    } catch (AttuneException unreadable) {
      return written(event, arrival);
    }
  }

  private static Instant written(Fields event, Arrival arrival) {
    try {
      Instant timestamp = first(timestamp(event), Instant.MAX);
      return timestamp.isBefore(arrival.receivedAt()) ? timestamp : arrival.receivedAt();
    } catch (AttuneException unreadable) {
      return arrival.receivedAt();
    }
  }

  /**
   * The time on our clock: {@code received − (sentAt − timestamp)} when the client's clock is off
   * by more than the tolerance.
   */
  static Instant corrected(
      Instant timestamp, @Nullable Instant sentAt, Instant receivedAt, Duration tolerance) {
    boolean off =
        sentAt != null && Duration.between(sentAt, receivedAt).abs().compareTo(tolerance) > 0;
    return off ? receivedAt.minus(Duration.between(timestamp, sentAt)) : timestamp;
  }

  /**
   * A time as ISO 8601 with an offset or as milliseconds since 1970, null when missing.
   *
   * @throws AttuneException INVALID_TIMESTAMP
   */
  static @Nullable Instant instant(JsonNode value, String field) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    Instant instant = parse(value);
    if (instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw refused(field);
    }
    return instant;
  }

  private static AttuneException refused(String field) {
    return new AttuneException(
        ErrorCode.INVALID_TIMESTAMP,
        field,
        field + " must be a time with an offset, such as 2026-01-05T10:30:00.000Z");
  }

  private static @Nullable Instant parse(JsonNode value) {
    try {
      if (value.isIntegralNumber() && value.canConvertToLong()) {
        return Instant.ofEpochMilli(value.longValue());
      }
      return value.isTextual() ? IsoTimes.instant(value.textValue().strip()) : null;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** RudderStack's clients call it otherwise. */
  private static @Nullable Instant timestamp(Fields event) {
    Instant own = instant(event.node().path("timestamp"), "timestamp");
    return own == null ? instant(event.node().path("originalTimestamp"), "originalTimestamp") : own;
  }

  private static @Nullable Instant sentAt(Fields event, Arrival arrival) {
    Instant own = instant(event.node().path("sentAt"), "sentAt");
    return own == null ? instant(arrival.batchSentAt(), "sentAt") : own;
  }

  private static Instant first(@Nullable Instant one, Instant other) {
    return one == null ? other : one;
  }
}
