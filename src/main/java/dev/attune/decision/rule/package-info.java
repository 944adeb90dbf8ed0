/** What merchants' rules do to one decision: recorded with its candidates, then held to. */
@NullMarked
package dev.attune.decision.rule;

import org.jspecify.annotations.NullMarked;
