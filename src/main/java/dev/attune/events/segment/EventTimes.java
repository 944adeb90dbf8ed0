package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Delivery;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.time.ClientTimes;
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
   * @param uncorrected its client's clock may be off: nobody can read when it says it was sent
   */
  record Moment(Instant at, boolean clamped, boolean uncorrected) {
    Delivery delivery(String source) {
      return new Delivery(source, clamped, uncorrected);
    }
  }

  static Moment happenedAt(Fields event, Arrival arrival) {
    Instant timestamp = timestamp(event);
    Instant sentAt = sentAt(event, arrival);
    Instant receivedAt = arrival.receivedAt();
    boolean unread = sentAt == null && saysWhenSent(event, arrival);
    if (!arrival.live()) {
      if (timestamp == null && unread) {
        throw refused("sentAt");
      }
      Instant written = first(timestamp, first(sentAt, receivedAt));
      return written.isAfter(receivedAt)
          ? new Moment(receivedAt, true, false)
          : new Moment(written, false, false);
    }
    if (timestamp == null) {
      return new Moment(receivedAt, false, false);
    }
    Instant happened = corrected(timestamp, sentAt, receivedAt, arrival.tolerance());
    if (happened.isBefore(EARLIEST)) {
      throw refused("timestamp");
    }
    return happened.isAfter(receivedAt)
        ? new Moment(receivedAt, happened.isAfter(receivedAt.plus(arrival.tolerance())), unread)
        : new Moment(happened, false, unread);
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
   * A time as {@link ClientTimes} reads it, null when missing.
   *
   * @throws AttuneException INVALID_TIMESTAMP
   */
  static @Nullable Instant instant(JsonNode value, String field) {
    if (!says(value)) {
      return null;
    }
    Instant instant = readable(value);
    if (instant == null) {
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

  /** The time that this says; null for what says none that is possible. */
  private static @Nullable Instant readable(JsonNode value) {
    if (!value.isTextual() && !value.isNumber()) {
      return null;
    }
    try {
      String text =
          value.isNumber() ? ClientTimes.text(value.decimalValue()) : value.textValue().strip();
      Instant instant = ClientTimes.instant(text);
      return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static boolean says(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  /** RudderStack's clients call it otherwise. */
  private static @Nullable Instant timestamp(Fields event) {
    Instant own = instant(event.node().path("timestamp"), "timestamp");
    return own == null ? instant(event.node().path("originalTimestamp"), "originalTimestamp") : own;
  }

  /** The event's own, else its batch's; null where neither can be read. */
  private static @Nullable Instant sentAt(Fields event, Arrival arrival) {
    Instant own = readable(event.node().path("sentAt"));
    return own == null ? readable(arrival.batchSentAt()) : own;
  }

  private static boolean saysWhenSent(Fields event, Arrival arrival) {
    return says(event.node().path("sentAt")) || says(arrival.batchSentAt());
  }

  private static Instant first(@Nullable Instant one, Instant other) {
    return one == null ? other : one;
  }
}
