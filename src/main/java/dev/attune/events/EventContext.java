package dev.attune.events;

import org.jspecify.annotations.Nullable;

/**
 * Where an event came from, as far as it matters later.
 *
 * @param device DESKTOP, MOBILE, TABLET or APP
 * @param locale BCP 47
 * @param decisionId the decision that had put the thing in front of the shopper
 * @param position the place in its list, from 1
 */
public record EventContext(
    @Nullable String url,
    @Nullable Campaign campaign,
    @Nullable String device,
    @Nullable String locale,
    @Nullable String decisionId,
    @Nullable Integer position) {
  /** Nothing is known. */
  public static final EventContext NONE = new EventContext(null, null, null, null, null, null);
}
