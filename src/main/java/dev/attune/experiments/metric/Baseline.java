package dev.attune.experiments.metric;

/**
 * What the shop was like in the 28 days before.
 *
 * @param shoppersADay who came, each counted once in the 28 days
 * @param mean money a shopper, in minor units
 * @param variance of one shopper's money
 * @param conversion the share of them who ordered
 */
public record Baseline(double shoppersADay, double mean, double variance, double conversion) {}
