/** What to do about an experiment: its numbers turned into an answer, an action and the reasons. */
@NullMarked
package dev.attune.experiments.advice;

import org.jspecify.annotations.NullMarked;
