/** Lists of products: narrowed, ordered, counted and cut into pages. */
@NullMarked
package dev.attune.graphql.listing;

import org.jspecify.annotations.NullMarked;
