package dev.attune.events;

import org.jspecify.annotations.Nullable;

/**
 * Where an event came from, as far as it matters later.
 *
 * @param device DESKTOP, MOBILE, TABLET or APP
 * @param locale BCP 47
 * @param decisionId the decision that had put the thing in front of the shopper
 * @param position the place in its list, from 1
 * @param delivery how it came in
 */
public record EventContext(
    @Nullable String url,
    @Nullable Campaign campaign,
    @Nullable String device,
    @Nullable String locale,
    @Nullable String decisionId,
    @Nullable Integer position,
    Delivery delivery) {
  /** Nothing is known. */
  public static final EventContext NONE = new EventContext(null, null, null, null, null, null);

  /** One of which nobody knows how it came in. */
  public EventContext(
      @Nullable String url,
      @Nullable Campaign campaign,
      @Nullable String device,
      @Nullable String locale,
      @Nullable String decisionId,
      @Nullable Integer position) {
    this(url, campaign, device, locale, decisionId, position, Delivery.UNKNOWN);
  }

  /** The same, come in like this. */
  public EventContext delivered(Delivery how) {
    return new EventContext(url, campaign, device, locale, decisionId, position, how);
  }
}
