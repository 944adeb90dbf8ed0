/**
 * What a founder asks of an experiment, answered: more or not, how sure, at what cost, what next.
 */
@NullMarked
package dev.attune.experiments.report;

import org.jspecify.annotations.NullMarked;
