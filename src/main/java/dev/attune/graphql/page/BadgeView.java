package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.badge.Badge;
import dev.attune.graphql.text.Texts;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Badge")
public record BadgeView(
    @NonNull String code,
    @NonNull String label,
    @NonNull BadgeTone tone,
    @NonNull ReasonView reason,
    @NonNull @Description("The badges of all products of a list are one decision.")
        DecisionSummary decision) {

  /** How loud a badge is. */
  public enum BadgeTone {
    NEUTRAL,
    POSITIVE,
    URGENT,
    PRICE,
    MEMBER
  }

  public static List<BadgeView> of(BadgeSheet.Badges badges, DecisionContext page) {
    if (badges.shown().isEmpty()) {
      return List.of();
    }
    DecisionSummary decision = DecisionSummary.of(badges.decided(), page);
    return badges.shown().stream()
        .map(
            shown ->
                new BadgeView(
                    shown.badge().name(),
                    label(shown.badge(), page),
                    BadgeTone.valueOf(shown.badge().tone().name()),
                    ReasonView.of(shown.item().reasons().get(0), page.place().locale()),
                    decision))
        .toList();
  }

  static String label(Badge badge, DecisionContext page) {
    return Texts.sentence("badge." + badge, page.place().locale());
  }
}
