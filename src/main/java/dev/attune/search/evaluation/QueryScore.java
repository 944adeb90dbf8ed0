package dev.attune.search.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How well one query was answered.
 *
 * @param ndcg at 10, null where nobody rated anything relevant
 * @param recall share of the relevant products among the first 50, null likewise
 * @param found how many products in all
 */
public record QueryScore(
    String query, @Nullable Double ndcg, @Nullable Double recall, int found, double millis) {}
