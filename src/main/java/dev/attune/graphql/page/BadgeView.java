package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.source.badge.Badge;
import dev.attune.graphql.text.Texts;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    return badges.shown().stream().flatMap(shown -> of(shown, decision, page).stream()).toList();
  }

  private static Optional<BadgeView> of(
      BadgeSheet.Shown shown, DecisionSummary decision, DecisionContext page) {
    ReasonView reason = ReasonView.of(shown.item().reasons().get(0), page.place().locale());
    return said(shown.code(), page)
        .map(said -> new BadgeView(shown.code(), said.label(), said.tone(), reason, decision));
  }

  /** What a badge says, and how loud. */
  record Said(String label, BadgeTone tone) {}

  /** Empty for a badge that is no more. */
  static Optional<Said> said(String code, DecisionContext page) {
    return Badge.automatic(code)
        .map(
            badge ->
                new Said(
                    Texts.sentence("badge." + badge, page.place().locale()),
                    BadgeTone.valueOf(badge.tone().name())))
        .or(() -> page.merchandise().badges().live(code).map(own -> said(own, page)));
  }

  private static Said said(OwnBadge own, DecisionContext page) {
    Wording wording = Wording.in(page.place().locale(), own.texts(), own.wording());
    String label = Objects.requireNonNullElse(wording.title(), own.label());
    return new Said(label, BadgeTone.valueOf(own.tone().name()));
  }
}
