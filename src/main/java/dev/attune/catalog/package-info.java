/**
 * What the shop sells: products, variants, categories, prices, stock, relations, as one immutable
 * snapshot.
 */
@NullMarked
package dev.attune.catalog;

import org.jspecify.annotations.NullMarked;
