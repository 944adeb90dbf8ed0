package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/** The home screen of one shopper at one moment; each field is decided when it is asked for. */
@Name("Home")
public final class HomeView {
  private final DecisionContext page;

  public HomeView(DecisionContext page) {
    this.page = page;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }
}
