package dev.attune.search.listing;

/**
 * How many products of the list have a value.
 *
 * @param value what a filter takes
 * @param selected whether a filter has it
 */
public record FacetCount(String value, String label, int count, boolean selected) {}
