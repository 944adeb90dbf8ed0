/**
 * What an experiment's numbers say: intervals, tests and plans that stay true however often one
 * looks.
 */
@NullMarked
package dev.attune.experiments.statistics;

import org.jspecify.annotations.NullMarked;
