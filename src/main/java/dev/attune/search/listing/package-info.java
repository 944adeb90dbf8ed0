/** Lists of products: what narrows, orders and counts them, the same for categories and search. */
@NullMarked
package dev.attune.search.listing;

import org.jspecify.annotations.NullMarked;
