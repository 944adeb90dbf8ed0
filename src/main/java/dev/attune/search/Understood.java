package dev.attune.search;

import dev.attune.search.listing.Filter;

/**
 * A part of a query that means a field's value.
 *
 * @param filter the field and its values or bounds
 * @param label the field's or the value's name as the shop writes it
 * @param from the words of the query
 * @param narrows whether only products with it are found; otherwise they are found first
 */
public record Understood(Filter filter, String label, String from, boolean narrows) {}
