package dev.attune.decision.source;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.Audience;
import dev.attune.record.Feature;
import dev.attune.record.Features;

/** Whether a shopper is among those that something is meant for. */
final class Audiences {
  private Audiences() {}

  static boolean includes(Audience audience, DecisionContext context) {
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
}
