package dev.attune.events.segment;

import dev.attune.events.EventType;
import dev.attune.events.OrderLine;
import dev.attune.events.ShopEvent;
import dev.attune.events.ShopEvent.CheckoutStarted;
import dev.attune.events.ShopEvent.ContentClicked;
import dev.attune.events.ShopEvent.MailEvent;
import dev.attune.events.ShopEvent.OrderCompleted;
import dev.attune.events.ShopEvent.OrderRefunded;
import dev.attune.events.ShopEvent.PageViewed;
import dev.attune.events.ShopEvent.ProductTouched;
import dev.attune.events.ShopEvent.Searched;
import dev.attune.events.ShopEvent.TasteStated;
import dev.attune.events.Signal;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The names of {@code track} events and what they mean: Segment's and RudderStack's e-commerce
 * vocabulary (v2), its e-mail vocabulary, GA4's names, and our own. Case, blanks, underscores and
 * hyphens make no difference. Names that say nothing about taste count as presence, those that only
 * the shop knows as well.
 */
final class TrackVocabulary {
  /** Shorter names are too much like others to tell one that is misspelt. */
  private static final int SHORTEST_MISSPELT = 9;

  /** {@code Product View} lacks two letters. */
  private static final int MISSING_LETTERS = 2;

  private static final Map<String, Function<Fields, ShopEvent>> READERS = new HashMap<>();
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");
  private static final Map<String, String> NAMES = new TreeMap<>();

  static {
    product(EventType.PRODUCT_VIEWED, "Product Viewed", "view_item");
    product(EventType.PRODUCT_CLICKED, "Product Clicked", "select_item");
    product(EventType.CART_ADDED, "Product Added", "add_to_cart", "Wishlist Product Added to Cart");
    product(EventType.CART_REMOVED, "Product Removed", "remove_from_cart");
    product(EventType.WISHLIST_ADDED, "Product Added to Wishlist", "add_to_wishlist");
    product(EventType.WISHLIST_REMOVED, "Product Removed from Wishlist");
    as(TrackVocabulary::searched, "Products Searched", "search", "view_search_results");
    as(Lists::viewed, "Product List Viewed", "view_item_list");
    as(Lists::filtered, "Product List Filtered");
    as(Promotions::viewed, "Promotion Viewed", "view_promotion", "Impression");
    content(EventType.HERO_CLICKED, "Promotion Clicked", "select_promotion", "Hero Clicked");
    content(EventType.OFFER_CLICKED, "Offer Clicked");
    content(EventType.CONTENT_CLICKED, "Content Clicked", "select_content");
    as(p -> new CheckoutStarted(Lines.all(p)), "Checkout Started", "begin_checkout");
    as(p -> completed(p, "order_id", "transaction_id"), "Order Completed");
    as(p -> completed(p, "transaction_id", "order_id"), "purchase");
    as(p -> refunded(p, "order_id", "transaction_id"), "Order Refunded");
    as(p -> cancelled(p, "order_id", "transaction_id"), "Order Cancelled");
    as(p -> refunded(p, "transaction_id", "order_id"), "refund");
    as(TrackVocabulary::rejected, "Recommendation Rejected");
    mail(EventType.EMAIL_DELIVERED, "Email Delivered");
    mail(EventType.EMAIL_OPENED, "Email Opened");
    mail(EventType.EMAIL_CLICKED, "Email Link Clicked", "Link Clicked");
    mail(EventType.EMAIL_BOUNCED, "Email Bounced");
    mail(EventType.EMAIL_COMPLAINED, "Email Marked as Spam");
    mail(EventType.EMAIL_UNSUBSCRIBED, "Unsubscribed", "Email Unsubscribed", "Unsubscribe");
    presence("cart", "Cart Viewed", "view_cart", "Cart Shared");
    presence("checkout", "Checkout Step Viewed", "Checkout Step Completed");
    presence("checkout", "Payment Info Entered", "add_payment_info", "add_shipping_info");
    presence("coupon", "Coupon Entered", "Coupon Applied", "Coupon Denied", "Coupon Removed");
    presence("order", "Order Updated");
    presence("consent", "Segment Consent Preference Updated");
    presence("review", "Product Reviewed");
    presence("share", "Product Shared", "share");
    presence("experiment", "Experiment Viewed");
    presence("sign-in", "Signed Up", "Signed In", "Signed Out", "login", "sign_up");
    presence("app", "Application Installed", "Application Opened", "Application Updated");
    presence("app", "Application Backgrounded", "Application Uninstalled", "Deep Link Opened");
    presence("app", "Push Notification Received", "Push Notification Tapped");
    presence("visit", "page_view", "first_visit", "session_start", "user_engagement", "scroll");
  }

  private TrackVocabulary() {}

  /**
   * Reads the properties of an event of this name.
   *
   * @throws AttuneException UNKNOWN_EVENT_TYPE for a known name that is misspelt, by one letter or
   *     in its ending: nobody would miss what it says
   */
  static ShopEvent read(String name, Fields properties) {
    Function<Fields, ShopEvent> exact = READERS.get(name);
    String normal = exact == null ? normal(name) : name;
    Function<Fields, ShopEvent> reader = exact == null ? READERS.get(normal) : exact;
    if (reader != null) {
      return reader.apply(properties);
    }
    NAMES.forEach(
        (known, as) -> {
          if (misspelt(normal, known)) {
            throw new AttuneException(
                ErrorCode.UNKNOWN_EVENT_TYPE, "event", "event is misspelt; it must be " + as);
          }
        });
    return new PageViewed("event/" + name);
  }

  private static boolean misspelt(String name, String known) {
    int longer = Math.max(name.length(), known.length());
    int shorter = Math.min(name.length(), known.length());
    if (known.length() < SHORTEST_MISSPELT || longer - shorter > MISSING_LETTERS) {
      return false;
    }
    int before = 0;
    while (before < shorter && name.charAt(before) == known.charAt(before)) {
      before++;
    }
    int after = 0;
    while (after < shorter - before
        && name.charAt(name.length() - 1 - after) == known.charAt(known.length() - 1 - after)) {
      after++;
    }
    int different = longer - before - after;
    boolean swapped =
        different == 2
            && name.length() == known.length()
            && name.charAt(before) == known.charAt(before + 1)
            && name.charAt(before + 1) == known.charAt(before);
    return different <= 1 || swapped || known.startsWith(name);
  }

  private static void as(Function<Fields, ShopEvent> reader, String... names) {
    for (String name : names) {
      READERS.put(name, reader);
      READERS.put(normal(name), reader);
      NAMES.putIfAbsent(normal(name), name);
    }
  }

  private static void product(EventType type, String... names) {
    as(properties -> new ProductTouched(type, Lines.about(properties)), names);
  }

  private static void content(EventType type, String... names) {
    as(properties -> new ContentClicked(type, Promotions.subject(properties)), names);
  }

  private static void mail(EventType type, String... names) {
    as(properties -> new MailEvent(type, campaign(properties)), names);
  }

  private static void presence(String page, String... names) {
    as(properties -> new PageViewed(page), names);
  }

  private static ShopEvent searched(Fields properties) {
    String query = properties.text("query", "search_term");
    if (query == null) {
      throw properties.missing("query");
    }
    return new Searched(query);
  }

  private static ShopEvent completed(Fields properties, String... names) {
    String order = properties.requiredId(names);
    List<OrderLine> lines = Lines.all(properties);
    boolean reduced = Reductions.of(properties, "products", "items");
    return new OrderCompleted(order, lines, Lines.revenue(properties, lines), reduced);
  }

  private static ShopEvent refunded(Fields properties, String... names) {
    List<OrderLine> lines = Lines.all(properties);
    Money amount = Lines.refund(properties);
    return new OrderRefunded(
        properties.requiredId(names), lines, amount, lines.isEmpty() && amount == null);
  }

  /** What it lists comes back with it; the money of the order is all gone. */
  private static ShopEvent cancelled(Fields properties, String... names) {
    return new OrderRefunded(properties.requiredId(names), Lines.all(properties), null, true);
  }

  private static ShopEvent rejected(Fields properties) {
    String subject = properties.requiredId("product_id", "subject", "id");
    return new TasteStated(List.of(new Signal(Signal.Kind.REJECT, subject, 1)));
  }

  private static String campaign(Fields properties) {
    String campaign =
        properties.text("campaign_id", "campaign_name", "email_id", "email_subject", "list_id");
    return campaign == null ? "unnamed" : campaign;
  }

  private static String normal(String name) {
    return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
