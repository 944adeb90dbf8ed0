package dev.attune.graphql.merchant.content;

import dev.attune.decision.source.badge.Badge;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.Tone;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;

/** Reads badges that a merchant wrote; what cannot be read names its field. */
public final class BadgeReading {
  private static final int LONGEST_LABEL = 60;
  private static final int PRIORITY = 50;

  private BadgeReading() {}

  public static OwnBadge badge(BadgeInput input) {
    int priority = input.priority == null ? PRIORITY : input.priority;
    Merchants.require(
        OwnBadge.ID.matcher(input.id).matches(),
        "badge.id",
        "A badge's id has 1 to 100 letters, digits, and any of _.-");
    Merchants.require(
        Badge.automatic(input.id).isEmpty(),
        "badge.id",
        input.id + " is a badge that the shop gives by itself");
    Merchants.require(
        !input.label.isBlank() && input.label.length() <= LONGEST_LABEL,
        "badge.label",
        "A label has 1 to " + LONGEST_LABEL + " characters");
    Merchants.require(
        input.condition != null || input.collection != null,
        "badge.condition",
        "A badge needs a condition or a collection");
    Merchants.require(priority >= 0 && priority <= 100, "badge.priority", "A priority is 0 to 100");
    return new OwnBadge(
        input.id,
        input.label,
        input.tone == null ? Tone.NEUTRAL : Tone.valueOf(input.tone.name()),
        input.condition,
        input.collection,
        input.audience == null ? Audience.EVERYONE : Audience.valueOf(input.audience.name()),
        AimReading.aim("badge.scope", input.scope),
        priority,
        AimReading.texts("badge.texts", input.texts));
  }

  /**
   * @throws AttuneException with the field, for a condition that is wrong and for what there is not
   */
  static OwnBadge checked(OwnBadge badge, Merchandise merchandise) {
    String condition = badge.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("badge.condition", condition);
    }
    String collection = badge.collection();
    if (collection != null && merchandise.collection(collection).isEmpty()) {
      throw new AttuneException(
          ErrorCode.UNKNOWN_ID, "badge.collection", "There is no '" + collection + "'");
    }
    AimReading.requireKnown("badge.scope", badge.aim(), merchandise);
    return badge;
  }
}
