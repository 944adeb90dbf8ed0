package dev.attune.catalog.compact;

import dev.attune.catalog.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * A category that is the main one of some product, or an ancestor of one, by its number in an
 * {@link Assortment}.
 *
 * @param name the value of its id
 * @param lineage the numbers of itself and its ancestors, itself first; empty for one that the
 *     catalog does not know
 * @param top the title of the last of them, or null
 */
public record Leaf(CategoryId id, String name, int[] lineage, @Nullable String top) {}
