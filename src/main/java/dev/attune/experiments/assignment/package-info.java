/**
 * Who sees which variant: a pure function of the experiment, the shopper and what they have seen.
 */
@NullMarked
package dev.attune.experiments.assignment;

import org.jspecify.annotations.NullMarked;
