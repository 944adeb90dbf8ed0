package dev.attune.decision.source;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.Redirect;
import java.util.Comparator;
import java.util.Optional;

/** Where queries lead instead of to a list. */
public final class Redirects {
  private Redirects() {}

  /** The first that is for this query and this page, by priority and id. */
  public static Optional<Redirect> of(String query, DecisionContext page) {
    return page.merchandise().redirects().stream()
        .filter(redirect -> redirect.answers(query))
        .filter(redirect -> Audiences.reached(redirect.aim(), page))
        .min(Comparator.comparingInt(Redirect::priority).reversed().thenComparing(Redirect::id));
  }
}
