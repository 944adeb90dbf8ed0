package dev.attune.graphql.page;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.why.ExperimentAssignment;
import dev.attune.identity.Proof;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.models.demand.PricePosition;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Lifecycle;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who the gateway thinks is asking, and what this degree of proof lets it tell. */
@Name("Shopper")
public final class ShopperView {
  private static final String NOBODY = "nobody";

  private final DecisionContext page;

  public ShopperView(DecisionContext page) {
    this.page = page;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @NonNull
  @Id
  public String getId() {
    String id = page.shopper().id();
    return new GlobalId(NodeType.SHOPPER, id.isBlank() ? NOBODY : id).toString();
  }

  @NonNull
  public Proof getProof() {
    return page.shopper().asker().proof();
  }

  /** Whether anything is known that may be told. */
  public boolean isKnown() {
    return page.shown().events() > 0;
  }

  @NonNull
  public LifecycleStage getLifecycle() {
    return LifecycleStage.of(page.shown().lifecycle());
  }

  @NonNull
  public List<@NonNull String> getSegments() {
    ShopperSeen seen = ShopperSeen.away(page.shown(), page.catalog(), page.now());
    return page.merchandise().book().segments().page(seen.facts(), Set.of()).all();
  }

  /**
   * Where within the prices of a category the shopper goes: 1 for the cheapest, 0 for the dearest,
   * drawn to the middle the less is known; null where nothing is.
   */
  public @Nullable Double getPriceSensitivity() {
    PricePosition position = PricePosition.of(page.shown(), page.models().priceLevels());
    return position.equals(PricePosition.UNKNOWN) ? null : 1 - position.level();
  }

  @NonNull
  public ConsentView getConsent() {
    return ConsentView.of(page.shopper().consent());
  }

  @NonNull
  public List<@NonNull ExperimentAssignment> getExperiments() {
    return ExperimentAssignment.of(page.trials());
  }

  /** Where a shopper stands with the shop. */
  public enum LifecycleStage {
    NEW,
    RETURNING,
    ONE_TIME_BUYER,
    LOYAL,
    VIP,
    LAPSING,
    LAPSED;

    public static LifecycleStage of(Lifecycle lifecycle) {
      return valueOf(lifecycle.name());
    }
  }

  /** A taste. */
  @Name("Affinity")
  public record AffinityView(
      @NonNull String dimension, @NonNull String value, @NonNull String label, double score) {}
}
