package dev.attune.ingest.bad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Identifier;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.Sender;
import dev.attune.events.segment.person.SentTokens;
import dev.attune.platform.error.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event, or a body of several, that was refused.
 *
 * @param source by which key and library, as good events name theirs
 * @param call the collector's, {@code batch}, or {@code history}
 * @param persons whom it names, as far as it can be read
 * @param happenedAt as far as it says, else when it came
 * @param body null where it was never read
 * @param whole the body is one event that can be tried again
 */
public record BadEvent(
    SentBy sentBy,
    String source,
    String call,
    Rejection rejection,
    @Nullable String messageId,
    List<Identifier> persons,
    Instant happenedAt,
    @Nullable String body,
    boolean whole) {
  /** The most characters of a body that are kept. */
  static final int LONGEST_BODY = 32 * 1024;

  private static final int LONGEST_ID = 200;

  public BadEvent {
    persons = List.copyOf(persons);
    whole = whole && body != null && body.length() <= LONGEST_BODY;
    body = body == null ? null : cut(SentTokens.hide(body), LONGEST_BODY);
    messageId = messageId == null ? null : cut(messageId, LONGEST_ID);
  }

  /** One event that could be read as JSON. */
  public static BadEvent event(JsonNode event, Parsed.Invalid refused, SentBy sentBy, String call) {
    return new BadEvent(
        sentBy,
        sentBy.arrival().source(event),
        call,
        refused.rejection(),
        refused.messageId(),
        persons(event, sentBy.sender()),
        sentBy.arrival().said(event),
        event.toString(),
        event.isObject());
  }

  /** A body that is no JSON, or not what was asked for, or too large to be read. */
  public static BadEvent body(
      @Nullable String body, Rejection rejection, SentBy sentBy, String call) {
    Instant at = sentBy.arrival().receivedAt();
    return new BadEvent(
        sentBy, sentBy.arrival().source(), call, rejection, null, List.of(), at, body, false);
  }

  /** How much room it takes while it waits: one, and one more for each KB of its body. */
  int weight() {
    return 1 + (body == null ? 0 : body.length() / 1024);
  }

  /** What may be counted of it where its person does not allow to keep it. */
  BadEvent aboutNobody() {
    Sender stranger = new Sender(false, null, null, sentBy.sender().traffic(), null);
    SentBy anybody = new SentBy(stranger, sentBy.arrival(), sentBy.terms());
    Instant at = sentBy.arrival().receivedAt();
    return new BadEvent(anybody, source, call, rejection, null, List.of(), at, null, false);
  }

  private static List<Identifier> persons(JsonNode event, Sender sender) {
    List<Identifier> persons = new ArrayList<>();
    add(persons, Identifier.Type.VISITOR, event.path("anonymousId"));
    add(persons, Identifier.Type.VISITOR, event.path("previousId"));
    Identifier.Type named = sender.vouches() ? Identifier.Type.CUSTOMER : Identifier.Type.CLAIMED;
    add(persons, named, event.path("userId"));
    if (sender.customer() != null) {
      persons.add(sender.customer());
    }
    if (persons.isEmpty() && sender.visitor() != null) {
      persons.add(sender.visitor());
    }
    return persons;
  }

  private static void add(List<Identifier> persons, Identifier.Type type, JsonNode id) {
    if (id.isValueNode() && !id.isNull()) {
      Identifier.of(type, storable(id.asText())).ifPresent(persons::add);
    }
  }

  private static String cut(String text, int longest) {
    return storable(text.length() <= longest ? text : text.substring(0, longest));
  }

  /** The text as it comes back out of PostgreSQL, which has no NUL and no halves of characters. */
  private static String storable(String text) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return whole.replace('\0', '\uFFFD');
  }
}
