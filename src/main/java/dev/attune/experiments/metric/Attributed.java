package dev.attune.experiments.metric;

import dev.attune.experiments.trial.UseCase;
import java.util.Map;

/**
 * What decisions of each part of the shop led to, as events say that name them.
 *
 * @param all everything that was bought, whether or not a decision led to it
 */
public record Attributed(Map<UseCase, Part> parts, Part all) {
  public Attributed {
    parts = Map.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param clicks things that were taken up from a decision, each once
   * @param cartAdds pieces put into a cart from there
   * @param orders with goods that were come to through it
   * @param paidMinor what was paid for those goods, less what was paid back
   * @param marginMinor what is left of it after discounts and the goods' cost, where that is known
   * @param uncosted lines of orders whose cost is not known
   */
  public record Part(
      long clicks,
      long cartAdds,
      long orders,
      long pieces,
      long paidMinor,
      long marginMinor,
      long uncosted) {
    public static final Part NOTHING = new Part(0, 0, 0, 0, 0, 0, 0);
  }

  public Part part(UseCase useCase) {
    return parts.getOrDefault(useCase, Part.NOTHING);
  }
}
