/** Which products go together, counted pair by pair. */
@NullMarked
package dev.attune.models.counts.pairs;

import org.jspecify.annotations.NullMarked;
