package dev.attune.decision.source;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.content.Aim;
import dev.attune.record.Feature;
import dev.attune.record.Features;

/** Whether a shopper and a page are among those that something is meant for. */
public final class Audiences {
  private Audiences() {}

  public static boolean includes(Audience audience, DecisionContext context) {
    return switch (audience) {
      case EVERYONE -> true;
      case NEW -> !context.hasHistory();
      case RETURNING -> context.hasHistory() && context.profile().orders() == 0;
      case BUYER -> context.profile().orders() > 0;
    };
  }

  /** That something is meant for an audience in particular, as a feature. */
  static Features meant(Audience audience) {
    return switch (audience) {
      case EVERYONE -> Features.none();
      case NEW -> Features.none().with(Feature.WELCOME, true);
      case RETURNING, BUYER -> Features.none().with(Feature.STAGE, true);
    };
  }

  /**
   * Which restrictions keep content off a page, as features; that it is meant for a segment in
   * particular, where the shopper is in it.
   */
  public static Features aimed(Aim aim, DecisionContext context) {
    if (aim.equals(Aim.EVERYWHERE)) {
      return Features.none();
    }
    boolean here = context.rules().includes(aim.segments());
    return Features.none()
        .with(Feature.OTHER_MARKET, !aim.reaches(context.place().country()))
        .with(Feature.OTHER_LOCALE, !aim.speaks(context.place().locale()))
        .with(Feature.OTHER_TIME, !aim.schedule().covers(context.now()))
        .with(Feature.OTHER_SEGMENT, !here)
        .with(Feature.STAGE, here && !aim.segments().isEmpty());
  }

  /** Whether nothing keeps content off a page. */
  static boolean reached(Aim aim, DecisionContext context) {
    Features features = aimed(aim, context);
    return !features.is(Feature.OTHER_MARKET)
        && !features.is(Feature.OTHER_LOCALE)
        && !features.is(Feature.OTHER_TIME)
        && !features.is(Feature.OTHER_SEGMENT);
  }
}
