/** In which order: weighted features, and how a list is arranged. */
@NullMarked
package dev.attune.decision.rank;

import org.jspecify.annotations.NullMarked;
