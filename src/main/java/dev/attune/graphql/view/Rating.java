package dev.attune.graphql.view;

/** What buyers think. */
public record Rating(double average, int count) {}
