package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What the shop was like before an experiment.
 *
 * @param shoppersADay who came into the experiment's markets in the last 28 days, each counted
 *     once, by day; everybody where nobody told a market
 * @param marketsTold the share of who came of whom an event tells the market, 1 where the
 *     experiment asks for none; the others are taken to be spread like them
 * @param shoppers what decides, as the experiment would have counted it of the same people: of who
 *     came within 28 days, and whose window is over; who told no market and counts with others'
 *     share did nothing; null where there was no time to tell
 */
public record Baseline(double shoppersADay, double marketsTold, @Nullable Moments shoppers) {
  /** Of a shop, in all of its markets. */
  public Baseline(double shoppersADay, Moments shoppers) {
    this(shoppersADay, 1, shoppers);
  }
}
