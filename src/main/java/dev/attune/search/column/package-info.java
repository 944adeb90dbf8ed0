/**
 * A catalog as columns of numbers: what filtering, counting and sorting a million products need.
 */
@NullMarked
package dev.attune.search.column;

import org.jspecify.annotations.NullMarked;
