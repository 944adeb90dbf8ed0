package dev.attune.events.segment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Campaign;
import dev.attune.events.EventContext;
import dev.attune.events.EventType;
import dev.attune.events.Identifier;
import dev.attune.events.OrderLine;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Signal;
import dev.attune.events.segment.person.SentTokens;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one event of the {@code track} mutation into a shop event, or says why it cannot. Its
 * fields are the flat ones of {@code EventInput}.
 */
public final class StorefrontReader {
  private final Currency otherwise;

  /**
   * @param otherwise what amounts are in where nothing says
   */
  public StorefrontReader(Currency otherwise) {
    this.otherwise = otherwise;
  }

  /**
   * @param object an {@code EventInput} as JSON
   * @param origin the visitor of the request, else its customer
   */
  public Parsed read(ObjectNode object, Identifier origin, Sender sender, Arrival arrival) {
    Fields event = new Fields(object, "", otherwise);
    try {
      if (!EventJson.storable(object)) {
        throw new AttuneException(
            ErrorCode.INVALID_VALUE, null, "Texts must be Unicode without the character NUL");
      }
      EventTimes.Moment moment = EventTimes.happenedAt(event, arrival);
      return new Parsed.Valid(
          new Received(
              event.requiredId("messageId"),
              origin,
              sender.customer(),
              moment.at(),
              arrival.receivedAt(),
              sender.traffic(),
              shopEvent(event),
              context(event, sender.market()).delivered(moment.delivery(arrival.source())),
              SentTokens.hide(object.toString())));
    } catch (AttuneException refused) {
      return new Parsed.Invalid(object.path("messageId").asText(null), refused.rejection());
    }
  }

  private static ShopEvent shopEvent(Fields event) {
    EventType type = type(event.requiredId("type"));
    return switch (type) {
      case PAGE_VIEWED -> new ShopEvent.PageViewed(page(event));
      case PRODUCT_VIEWED,
          PRODUCT_CLICKED,
          CART_ADDED,
          CART_REMOVED,
          WISHLIST_ADDED,
          WISHLIST_REMOVED ->
          new ShopEvent.ProductTouched(type, product(event));
      case CATEGORY_VIEWED -> new ShopEvent.CategoryViewed(category(event));
      case LIST_FILTERED -> new ShopEvent.ListFiltered(event.id("category"), filters(event));
      case SEARCHED -> new ShopEvent.Searched(event.requiredId("query"));
      case IMPRESSION ->
          new ShopEvent.Impression(
              List.of(subject(event)), event.id("product") != null || event.id("category") != null);
      case CHECKOUT_STARTED -> new ShopEvent.CheckoutStarted(lines(event));
      case ORDER_COMPLETED -> order(event);
      case ORDER_REFUNDED -> refunded(event);
      case HERO_CLICKED, OFFER_CLICKED, CONTENT_CLICKED ->
          new ShopEvent.ContentClicked(type, subject(event));
      case RECOMMENDATION_REJECTED ->
          new ShopEvent.TasteStated(List.of(new Signal(Signal.Kind.REJECT, subject(event), 1)));
      case EMAIL_DELIVERED,
          EMAIL_OPENED,
          EMAIL_CLICKED,
          EMAIL_BOUNCED,
          EMAIL_COMPLAINED,
          EMAIL_UNSUBSCRIBED ->
          new ShopEvent.MailEvent(type, mail(event));
      case IDENTIFIED -> new ShopEvent.Identified();
    };
  }

  /** A replica of a later version may have taken what this one does not know. */
  private static EventType type(String name) {
    return EventType.named(name)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_EVENT_TYPE,
                    "type",
                    "type must be one of the schema's event types"));
  }

  private static String page(Fields event) {
    String url = event.child("context").text("url");
    return url == null ? "/" : Contexts.path(url);
  }

  private static OrderLine product(Fields event) {
    String product = event.id("product");
    String sku = event.id("sku");
    if (product == null && sku == null) {
      throw event.missing("product");
    }
    Money price = Amounts.money(event, "price", event);
    return new OrderLine(
        product == null ? String.valueOf(sku) : local(NodeType.PRODUCT, "product", product),
        sku,
        event.quantity(),
        price);
  }

  private static String category(Fields event) {
    return local(NodeType.CATEGORY, "category", event.requiredId("category"));
  }

  private static String local(NodeType type, String field, String id) {
    return GlobalId.local(type, id)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID,
                    field,
                    field + " must be the id of a " + type.typeName()));
  }

  /** What an event is about that is no product of a list: the first id that it names. */
  private static String subject(Fields event) {
    String product = event.id("product");
    if (product != null) {
      return GlobalId.parse(product).isPresent()
          ? product
          : new GlobalId(NodeType.PRODUCT, product).toString();
    }
    String category = event.id("category");
    if (category != null) {
      return GlobalId.parse(category).isPresent()
          ? category
          : new GlobalId(NodeType.CATEGORY, category).toString();
    }
    String decision = event.id("decisionId");
    if (decision == null) {
      throw event.missing("product");
    }
    return decision;
  }

  private static List<String> filters(Fields event) {
    List<String> filters = new ArrayList<>();
    for (Fields filter : event.children("filters")) {
      String field = filter.requiredId("field");
      for (var value : filter.node().path("in")) {
        filters.add(field + "=" + value.asText());
      }
    }
    return filters;
  }

  private static List<OrderLine> lines(Fields event) {
    List<OrderLine> lines = new ArrayList<>();
    for (Fields line : event.children("lines")) {
      String product = line.id("product");
      String sku = line.id("sku");
      if (product == null && sku == null) {
        throw line.missing("product");
      }
      lines.add(
          new OrderLine(
              product == null
                  ? String.valueOf(sku)
                  : local(NodeType.PRODUCT, line.field("product"), product),
              sku,
              line.quantity(),
              Amounts.money(line, "price", event)));
    }
    return lines;
  }

  private static ShopEvent order(Fields event) {
    String orderId = event.requiredId("orderId");
    List<OrderLine> lines = lines(event);
    Money revenue = Amounts.money(event, "revenue", event);
    boolean reduced = Reductions.of(event, "lines");
    return new ShopEvent.OrderCompleted(orderId, lines, revenue, reduced);
  }

  private static ShopEvent refunded(Fields event) {
    String orderId = event.requiredId("orderId");
    List<OrderLine> lines = lines(event);
    Money amount = Amounts.money(event, "revenue", event);
    return new ShopEvent.OrderRefunded(orderId, lines, amount, lines.isEmpty() && amount == null);
  }

  private static String mail(Fields event) {
    String campaign = event.child("context").child("campaign").text("name");
    return campaign == null ? "mail" : campaign;
  }

  private static EventContext context(Fields event, @Nullable String market) {
    Fields context = event.child("context");
    Fields campaign = context.child("campaign");
    boolean came = campaign.text("source", "medium", "name") != null;
    Integer position = event.number("position");
    String url = context.text("url");
    return new EventContext(
        url == null ? null : Contexts.path(url),
        came
            ? new Campaign(
                campaign.text("source"),
                campaign.text("medium"),
                campaign.text("name"),
                campaign.text("term"),
                campaign.text("content"))
            : null,
        context.text("device"),
        context.text("locale"),
        EventContext.market(context.text("country"), market, context.text("locale")),
        event.id("decisionId"),
        position == null || position < 1 ? null : position);
  }
}
