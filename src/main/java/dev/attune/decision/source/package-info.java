/** Where candidates come from, and what is known of each: every feature that a decision may use. */
@NullMarked
package dev.attune.decision.source;

import org.jspecify.annotations.NullMarked;
