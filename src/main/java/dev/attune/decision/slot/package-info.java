/** One file for each personalized field. */
@NullMarked
package dev.attune.decision.slot;

import org.jspecify.annotations.NullMarked;
