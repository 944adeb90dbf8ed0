package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;

/**
 * What the shop was like before an experiment.
 *
 * @param shoppersADay who came in the last 28 days, each counted once, by day
 * @param shoppers what decides, as the experiment would have counted it of everybody who came
 *     within 28 days, and whose window is over
 */
public record Baseline(double shoppersADay, Moments shoppers) {}
