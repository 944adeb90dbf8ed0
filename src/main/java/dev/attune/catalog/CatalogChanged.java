package dev.attune.catalog;

/**
 * The CDI event after a snapshot took the place of the one before it. Observers run on the thread
 * that swapped, before an import that caused it is answered.
 *
 * @param assortment whether products came, went, or say something else; false where only stock and
 *     prices are others
 */
public record CatalogChanged(CatalogSnapshot snapshot, boolean assortment) {}
