/** How good search is, by what people said of its results. */
@NullMarked
package dev.attune.search.evaluation;

import org.jspecify.annotations.NullMarked;
