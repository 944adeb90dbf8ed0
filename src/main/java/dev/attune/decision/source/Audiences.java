package dev.attune.decision.source;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.Audience;

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
}
