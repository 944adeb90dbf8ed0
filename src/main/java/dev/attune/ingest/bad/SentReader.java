package dev.attune.ingest.bad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.events.segment.StorefrontReader;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.ShopCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Reads an event again as it was read when it came, with the proof and the clock of then. */
@ApplicationScoped
public class SentReader {
  /** The call of events that came with the {@code track} mutation. */
  public static final String STOREFRONT = "storefront";

  /** Calls whose address says the event's type. */
  private static final Set<String> TYPED =
      Set.of("track", "identify", "page", "screen", "group", "alias");

  private static final Rejection NOBODY =
      new Rejection(ErrorCode.MISSING_FIELD, "Attune-Visitor", "The event says of nobody");

  private final SegmentReader segment;

  private final StorefrontReader storefront;

  SentReader(Bots bots, VisitorTokens tokens, ShopCurrency currency) {
    this.segment = new SegmentReader(bots::match, value -> {}, tokens::visitor, currency.get());
    this.storefront = new StorefrontReader(currency.get());
  }

  /**
   * Reads one event.
   *
   * @param call by which it came: one of the collector's, or {@link #STOREFRONT}
   */
  public Parsed read(JsonNode event, String call, SentBy sentBy) {
    if (call.equals(STOREFRONT) && event instanceof ObjectNode object) {
      return storefront(object, sentBy);
    }
    return TYPED.contains(call)
        ? segment.read(event, call, sentBy.sender(), sentBy.arrival())
        : segment.read(event, sentBy.sender(), sentBy.arrival());
  }

  private Parsed storefront(ObjectNode event, SentBy sentBy) {
    Sender sender = sentBy.sender();
    Identifier origin = sender.visitor() == null ? sender.customer() : sender.visitor();
    return origin == null
        ? new Parsed.Invalid(null, NOBODY)
        : storefront.read(event, origin, sender, sentBy.arrival());
  }
}
