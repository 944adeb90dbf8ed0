/** Decisions that are shown to a merchant, and to no shopper. */
@NullMarked
package dev.attune.decision.rehearsal;

import org.jspecify.annotations.NullMarked;
