/** What is checked of a rule before it is kept: its numbers, its clashes, what it would leave. */
@NullMarked
package dev.attune.merchandising.rule.check;

import org.jspecify.annotations.NullMarked;
