package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.ShopEvent.Identified;
import dev.attune.events.ShopEvent.PageViewed;
import dev.attune.events.Traffic;
import dev.attune.events.segment.person.SentTokens;
import dev.attune.events.segment.person.Statements;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns one event of Segment's tracking API into a shop event, or says why it cannot. */
public final class SegmentReader {
  /** The most bytes that one event may have. */
  public static final int MOST_BYTES = 32 * 1024;

  /** How JSON writes the character NUL. */
  private static final String NUL = "\\u0000";

  private final Predicate<String> bots;
  private final Consumer<String> junk;
  private final Function<String, Optional<Identifier>> visitors;
  private final @Nullable Currency otherwise;

  /**
   * @param bots whether a user agent is a bot's
   */
  public SegmentReader(Predicate<String> bots) {
    this(bots, value -> {}, token -> Optional.empty(), null);
  }

  /**
   * @param bots whether a user agent is a bot's
   * @param junk is told of values that are sent as ids and identify nobody
   * @param visitors whom a visitor token proves that is sent as an id
   * @param otherwise what amounts are in where nothing says, null where they must say it
   */
  public SegmentReader(
      Predicate<String> bots,
      Consumer<String> junk,
      Function<String, Optional<Identifier>> visitors,
      @Nullable Currency otherwise) {
    this.bots = bots;
    this.junk = junk;
    this.visitors = visitors;
    this.otherwise = otherwise;
  }

  /** Reads an event that says its own {@code type}, as the items of a batch do. */
  public Parsed read(JsonNode event, Sender sender, Arrival arrival) {
    return read(event, event.path("type").asText(), sender, arrival);
  }

  /** Reads an event whose type its address says. */
  public Parsed read(JsonNode event, String type, Sender sender, Arrival arrival) {
    if (!(event instanceof ObjectNode object)) {
      Rejection rejection =
          new Rejection(ErrorCode.INVALID_JSON, null, "An event must be a JSON object");
      return new Parsed.Invalid(null, rejection);
    }
    object.remove("writeKey");
    SentTokens.resolve(object, visitors);
    Statements.junk(object).forEach(junk);
    try {
      return new Parsed.Valid(received(object, type, sender, arrival));
    } catch (AttuneException refused) {
      return new Parsed.Invalid(messageId(object.path("messageId")), refused.rejection());
    }
  }

  /** As a good event has it, so that both are known for the same message. */
  private static @Nullable String messageId(JsonNode id) {
    String text = id.isValueNode() && !id.isNull() ? id.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }

  private Received received(ObjectNode object, String type, Sender sender, Arrival arrival) {
    String body = body(object);
    Fields event = new Fields(object, "", otherwise);
    String messageId = event.id("messageId");
    Identities identities = identities(type, event, sender);
    ShopEvent shopEvent = shopEvent(type, event);
    EventTimes.Moment moment = EventTimes.happenedAt(event, arrival);
    EventContext context =
        Contexts.read(event, sender).delivered(moment.delivery(arrival.source(object)));
    return new Received(
        messageId == null ? EventJson.derivedId(type, object, arrival) : messageId,
        identities.origin(),
        identities.customer(),
        moment.at(),
        arrival.receivedAt(),
        traffic(event, sender),
        shopEvent,
        context,
        body,
        Statements.read(object, sender.vouches()));
  }

  private static String body(ObjectNode object) {
    String body = SentTokens.hide(object.toString());
    boolean fits =
        body.length() <= MOST_BYTES / 4
            || body.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    if (!fits) {
      throw new AttuneException(ErrorCode.BODY_TOO_LARGE, null, "An event must have at most 32 KB");
    }
    if (!EventJson.storable(body) || (body.contains(NUL) && !EventJson.storable(object))) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, null, "Texts must be Unicode without the character NUL");
    }
    return body;
  }

  private static Identities identities(String type, Fields event, Sender sender) {
    return switch (type) {
      case "alias" -> Identities.ofAlias(event, sender);
      case "identify" -> Identities.ofIdentify(event, sender);
      default -> Identities.of(event, sender);
    };
  }

  private static ShopEvent shopEvent(String type, Fields event) {
    return switch (type) {
      case "track" -> tracked(event);
      case "page", "screen" -> new PageViewed(page(event));
      case "identify", "alias", "group" -> new Identified();
      case "" -> throw event.missing("type");
      default ->
          throw new AttuneException(
              ErrorCode.UNKNOWN_EVENT_TYPE,
              "type",
              "type must be track, identify, page, screen, group or alias");
    };
  }

  private static ShopEvent tracked(Fields event) {
    return TrackVocabulary.read(event.requiredId("event"), event.child("properties"));
  }

  private static String page(Fields event) {
    Fields properties = event.child("properties");
    Fields page = event.child("context").child("page");
    for (@Nullable String place :
        new @Nullable String[] {
          properties.text("path"), properties.text("url"), page.text("path"), page.text("url")
        }) {
      if (place != null) {
        return Contexts.path(place);
      }
    }
    String name = event.text("name");
    return name == null ? "/" : name;
  }

  private Traffic traffic(Fields event, Sender sender) {
    String agent = event.child("context").text("userAgent");
    boolean bot = agent != null && bots.test(agent);
    return bot && sender.traffic() == Traffic.SHOPPER ? Traffic.BOT : sender.traffic();
  }
}
