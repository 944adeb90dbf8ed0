package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.Badge;
import dev.attune.graphql.text.Texts;
import dev.attune.graphql.why.ReasonView;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Badge")
public record BadgeView(
    @NonNull String code,
    @NonNull String label,
    @NonNull BadgeTone tone,
    @NonNull ReasonView reason) {

  /** How loud a badge is. */
  public enum BadgeTone {
    NEUTRAL,
    POSITIVE,
    URGENT,
    PRICE,
    MEMBER
  }

  public static BadgeView of(Badge.Shown shown, DecisionContext page) {
    return new BadgeView(
        shown.badge().name(),
        Texts.sentence("badge." + shown.badge(), page.place().locale()),
        BadgeTone.valueOf(shown.badge().tone().name()),
        ReasonView.of(shown.reason(), page.place().locale()));
  }
}
