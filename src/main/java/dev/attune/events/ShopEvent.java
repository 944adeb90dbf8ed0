package dev.attune.events;

import dev.attune.events.Signal.Kind;
import dev.attune.platform.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened in the shop: a closed vocabulary, each event with what it signals. */
public sealed interface ShopEvent {

  /** Its type in the schema's words. */
  EventType type();

  /** What it says about the shopper's interest, none for most mail traffic. */
  Stream<Signal> signals();

  /** Somebody opened a page or a screen. */
  record PageViewed(String page) implements ShopEvent {
    @Override
    public EventType type() {
      return EventType.PAGE_VIEWED;
    }

    @Override
    public Stream<Signal> signals() {
      return Stream.of(Signal.of(Kind.PAGE, page));
    }
  }

  /**
   * Something was done with one product, or with several at once.
   *
   * @param type one of PRODUCT_VIEWED, PRODUCT_CLICKED, CART_ADDED, CART_REMOVED, WISHLIST_ADDED,
   *     WISHLIST_REMOVED
   * @param lines at least one
   */
  record ProductTouched(EventType type, List<OrderLine> lines) implements ShopEvent {
    public ProductTouched {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("Something is done with a product");
      }
    }

    public ProductTouched(EventType type, OrderLine line) {
      this(type, List.of(line));
    }

    @Override
    public Stream<Signal> signals() {
      return lines.stream().map(line -> new Signal(kind(), line.product(), line.quantity()));
    }

    private Kind kind() {
      return switch (type) {
        case PRODUCT_VIEWED -> Kind.VIEW;
        case PRODUCT_CLICKED -> Kind.CLICK;
        case CART_ADDED -> Kind.CART_ADD;
        case CART_REMOVED -> Kind.CART_REMOVE;
        case WISHLIST_ADDED -> Kind.WISH;
        case WISHLIST_REMOVED -> Kind.UNWISH;
        default -> throw new IllegalStateException(type + " touches no product");
      };
    }
  }

  /** A list of products was opened. */
  record CategoryViewed(String category) implements ShopEvent {
    @Override
    public EventType type() {
      return EventType.CATEGORY_VIEWED;
    }

    @Override
    public Stream<Signal> signals() {
      return Stream.of(Signal.of(Kind.CATEGORY_VIEW, category));
    }
  }

  /**
   * A list was narrowed.
   *
   * @param filters {@code field=value}
   */
  record ListFiltered(@Nullable String category, List<String> filters) implements ShopEvent {
    public ListFiltered {
      filters = List.copyOf(filters);
    }

    @Override
    public EventType type() {
      return EventType.LIST_FILTERED;
    }

    @Override
    public Stream<Signal> signals() {
      Stream<Signal> chosen = filters.stream().map(filter -> Signal.of(Kind.FILTER, filter));
      return category == null
          ? chosen
          : Stream.concat(chosen, Stream.of(Signal.of(Kind.CATEGORY_VIEW, category)));
    }
  }

  /** Something was searched for. */
  record Searched(String query) implements ShopEvent {
    @Override
    public EventType type() {
      return EventType.SEARCHED;
    }

    @Override
    public Stream<Signal> signals() {
      return Stream.of(Signal.of(Kind.SEARCH, query.strip().toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * Things were shown to the shopper.
   *
   * @param alone each was put before the shopper by itself, not somewhere in a list
   */
  record Impression(List<String> subjects, boolean alone) implements ShopEvent {
    public Impression {
      subjects = List.copyOf(subjects);
    }

    @Override
    public EventType type() {
      return EventType.IMPRESSION;
    }

    @Override
    public Stream<Signal> signals() {
      Kind kind = alone ? Kind.IMPRESSION : Kind.SHOWN;
      return subjects.stream().map(subject -> Signal.of(kind, subject));
    }
  }

  /** Checkout began. */
  record CheckoutStarted(List<OrderLine> lines) implements ShopEvent {
    public CheckoutStarted {
      lines = List.copyOf(lines);
    }

    @Override
    public EventType type() {
      return EventType.CHECKOUT_STARTED;
    }

    @Override
    public Stream<Signal> signals() {
      return Stream.of(Signal.of(Kind.PAGE, "checkout"));
    }
  }

  /**
   * An order was placed.
   *
   * @param revenue without shipping and tax
   * @param reduced a coupon or a discount made it cheaper
   */
  record OrderCompleted(
      String orderId, List<OrderLine> lines, @Nullable Money revenue, boolean reduced)
      implements ShopEvent {
    public OrderCompleted {
      lines = List.copyOf(lines);
    }

    @Override
    public EventType type() {
      return EventType.ORDER_COMPLETED;
    }

    @Override
    public Stream<Signal> signals() {
      Stream<Signal> order = Stream.of(Signal.of(Kind.ORDER, orderId));
      Stream<Signal> bought =
          lines.stream().map(line -> new Signal(Kind.BUY, line.product(), line.quantity()));
      Stream<Signal> variants = lines.stream().flatMap(OrderCompleted::variant);
      Stream<Signal> paid =
          revenue == null ? Stream.empty() : worth(Kind.PAID, revenue, orderId).stream();
      Stream<Signal> lowered =
          reduced ? Stream.of(Signal.of(Kind.REDUCED, orderId)) : Stream.empty();
      return Stream.of(order, bought, variants, paid, lowered).flatMap(each -> each);
    }

    private static Stream<Signal> variant(OrderLine line) {
      String sku = line.sku();
      return sku == null || sku.isBlank()
          ? Stream.empty()
          : Stream.of(new Signal(Kind.BOUGHT_VARIANT, sku, line.quantity()));
    }
  }

  /** Money of an order, nothing where it is less than a minor unit. */
  private static Optional<Signal> worth(Kind kind, Money money, String orderId) {
    return money.minor() < 1
        ? Optional.empty()
        : Optional.of(
            new Signal(kind, money.currency().getCurrencyCode() + "/" + orderId, money.minor()));
  }

  /**
   * Lines of an order came back, or all of it.
   *
   * @param amount what was paid back, null where it does not say
   * @param whole nothing is left of the order
   */
  record OrderRefunded(String orderId, List<OrderLine> lines, @Nullable Money amount, boolean whole)
      implements ShopEvent {
    public OrderRefunded {
      lines = List.copyOf(lines);
    }

    @Override
    public EventType type() {
      return EventType.ORDER_REFUNDED;
    }

    @Override
    public Stream<Signal> signals() {
      Stream<Signal> returned =
          lines.stream().map(line -> new Signal(Kind.RETURN, line.product(), line.quantity()));
      Stream<Signal> rest =
          whole
              ? Stream.of(Signal.of(Kind.CANCELLED, orderId))
              : amount == null ? Stream.empty() : worth(Kind.REFUNDED, amount, orderId).stream();
      return Stream.concat(returned, rest);
    }
  }

  /**
   * A hero, an offer or a guide was clicked.
   *
   * @param type one of HERO_CLICKED, OFFER_CLICKED, CONTENT_CLICKED
   */
  record ContentClicked(EventType type, String subject) implements ShopEvent {
    @Override
    public Stream<Signal> signals() {
      return Stream.of(Signal.of(Kind.CONTENT_CLICK, subject));
    }
  }

  /**
   * The shopper said what they want, or do not.
   *
   * @param statements of the kinds REJECT, ACCEPT and PREFER
   */
  record TasteStated(List<Signal> statements) implements ShopEvent {
    public TasteStated {
      statements = List.copyOf(statements);
    }

    @Override
    public EventType type() {
      return EventType.RECOMMENDATION_REJECTED;
    }

    @Override
    public Stream<Signal> signals() {
      return statements.stream();
    }
  }

  /**
   * Something happened to an e-mail.
   *
   * @param type one of the EMAIL types
   */
  record MailEvent(EventType type, String campaign) implements ShopEvent {
    @Override
    public Stream<Signal> signals() {
      boolean read = type == EventType.EMAIL_OPENED || type == EventType.EMAIL_CLICKED;
      return read ? Stream.of(Signal.of(Kind.MAIL, campaign)) : Stream.empty();
    }
  }

  /** Somebody signed in, or said who they are; says nothing about taste. */
  record Identified() implements ShopEvent {
    @Override
    public EventType type() {
      return EventType.IDENTIFIED;
    }

    @Override
    public Stream<Signal> signals() {
      return Stream.empty();
    }
  }
}
