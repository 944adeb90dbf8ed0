package dev.attune.models.demand;

import dev.attune.models.compact.Fixed;
import dev.attune.models.counts.Demand;
import dev.attune.models.counts.MarketDemand;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Which markets have demand of their own. */
public final class Markets {
  /** With fewer views, or what is worth as much, a market says next to nothing of its own. */
  private static final double FEWEST_VIEWS = 50;

  /** Scores that are kept for all markets together: 32 MB of them. */
  private static final int MOST_SCORES = 4_000_000;

  private Markets() {}

  /** The largest ones first, no more than there is room for. */
  public static List<String> largest(Demand demand, int products) {
    return demand.markets().keySet().stream()
        .filter(market -> size(in(demand, market)) >= FEWEST_VIEWS)
        .sorted(
            Comparator.comparingDouble((String market) -> -size(in(demand, market)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_SCORES / Math.max(1, products))
        .toList();
  }

  /** The demand of one of them. */
  public static MarketDemand in(Demand demand, String market) {
    return Objects.requireNonNull(demand.markets().get(market), market);
  }

  private static double size(MarketDemand demand) {
    return Arrays.stream(demand.popular()).mapToDouble(Fixed::value).sum();
  }
}
