package dev.attune.http.collector;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Received;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.http.collector.CollectorAnswer.RejectedEvent;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.channel.Taken;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one request, read: those that are valid with their places, and those that are not.
 */
record EventBatch(
    List<Received> valid, List<Integer> places, List<RejectedEvent> rejected, List<BadEvent> bad) {
  private static final String PREFERENCES = "categoryPreferences";
  private static final int LONGEST_CONSENT = 4_096;
  private static final Rejection WITHHELD =
      new Rejection(ErrorCode.CONSENT_DENIED, null, "The shopper does not allow to keep this");

  /**
   * Reads a body as JSON.
   *
   * @throws AttuneException INVALID_JSON with the place where it stops being JSON
   */
  static ObjectNode json(String text) {
    try {
      if (EventJson.read(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException unreadable) {
      throw new AttuneException(invalid(unreadable), unreadable);
    }
    throw new AttuneException(ErrorCode.INVALID_JSON, null, "The body must be a JSON object");
  }

  /**
   * @param type of the call; {@code batch} holds events that say their own
   * @throws AttuneException MISSING_FIELD when a batch has none
   */
  static EventBatch of(ObjectNode body, String type, SegmentReader reader, SentBy sentBy) {
    EventBatch read =
        new EventBatch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Sender sender = sentBy.sender();
    Arrival arrival = sentBy.arrival();
    if (!type.equals("batch")) {
      read.add(0, reader.read(body, type, sender, arrival), body, type, sentBy);
      return read;
    }
    if (!(body.path("batch") instanceof ArrayNode events)) {
      throw new AttuneException(ErrorCode.MISSING_FIELD, "batch", "batch must be a list of events");
    }
    JsonNode consent = consent(body);
    int place = 0;
    for (JsonNode event : events) {
      inherit(event, consent);
      read.add(place++, reader.read(event, sender, arrival), event, type, sentBy);
    }
    return read;
  }

  /** What the batch allows and denies for all of its events; what else it says stays with it. */
  private static JsonNode consent(ObjectNode body) {
    JsonNode said = body.path("context").path("consent").path(PREFERENCES);
    if (said.isObject() && said.toString().length() > LONGEST_CONSENT) {
      String field = "context.consent." + PREFERENCES;
      throw new AttuneException(
          ErrorCode.TOO_LONG,
          field,
          field + " of a batch must have at most " + LONGEST_CONSENT + " characters");
    }
    return said;
  }

  /** An event's own word goes before its batch's. */
  private static void inherit(JsonNode event, JsonNode preferences) {
    if (preferences.isObject() && event instanceof ObjectNode object) {
      JsonNode context = object.path("context");
      boolean absent = context.isMissingNode() || context.isNull();
      if ((absent ? object.putObject("context") : context) instanceof ObjectNode own
          && !own.path("consent").isObject()) {
        own.putObject("consent").set(PREFERENCES, preferences);
      }
    }
  }

  CollectorAnswer answer(Taken taken) {
    List<RejectedEvent> refused = new ArrayList<>(rejected);
    for (int index : taken.withheld()) {
      refused.add(RejectedEvent.of(places.get(index), valid.get(index).messageId(), WITHHELD));
    }
    refused.sort(null);
    return new CollectorAnswer(
        true, taken.accepted(), taken.duplicates(), taken.versionText(), refused);
  }

  /** Where nothing is left to be stored. */
  CollectorAnswer answer() {
    return new CollectorAnswer(rejected.isEmpty(), 0, 0, null, rejected);
  }

  private void add(int place, Parsed parsed, JsonNode event, String call, SentBy sentBy) {
    if (parsed instanceof Parsed.Valid one) {
      valid.add(one.event());
      places.add(place);
    } else if (parsed instanceof Parsed.Invalid one) {
      rejected.add(RejectedEvent.of(place, one.messageId(), one.rejection()));
      bad.add(BadEvent.event(event, one, sentBy, call));
    }
  }

  private static Rejection invalid(JsonProcessingException unreadable) {
    JsonLocation place = unreadable.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return new Rejection(ErrorCode.INVALID_JSON, null, "The body is not valid JSON" + where);
  }
}
