/** Finds products by words and as one types: the index, what a query means, and suggestions. */
@NullMarked
package dev.attune.search;

import org.jspecify.annotations.NullMarked;
