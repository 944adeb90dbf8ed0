package dev.attune.graphql.merchant.content;

import dev.attune.decision.source.badge.Badge;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Typed;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.Tone;

/** Reads badges that a merchant wrote; what cannot be read names its field. */
public final class BadgeReading {
  private static final int LONGEST_LABEL = 60;

  private BadgeReading() {}

  public static OwnBadge badge(BadgeInput input) {
    Merchants.require(
        OwnBadge.ID.matcher(input.id).matches(),
        "badge.id",
        "A badge's id has 1 to 100 letters, digits, and any of _.-");
    Merchants.require(
        Badge.automatic(input.id).isEmpty(),
        "badge.id",
        input.id + " is a badge that the shop gives by itself");
    Merchants.require(
        input.condition != null || input.collection != null,
        "badge.condition",
        "A badge needs a condition or a collection");
    return new OwnBadge(
        input.id,
        Typed.line("badge.label", input.label, LONGEST_LABEL),
        input.tone == null ? Tone.NEUTRAL : Tone.valueOf(input.tone.name()),
        input.condition,
        input.collection,
        input.audience == null ? Audience.EVERYONE : Audience.valueOf(input.audience.name()),
        AimReading.aim("badge.scope", input.scope),
        Typed.priority("badge.priority", input.priority),
        AimReading.texts("badge.texts", input.texts));
  }
}
