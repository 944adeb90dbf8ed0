/** Why: summaries of decisions, reasons, and the whole trace. */
@NullMarked
package dev.attune.graphql.why;

import org.jspecify.annotations.NullMarked;
