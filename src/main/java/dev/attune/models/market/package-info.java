/** Countries as numbers, and what is added up for each of them. */
@NullMarked
package dev.attune.models.market;

import org.jspecify.annotations.NullMarked;
