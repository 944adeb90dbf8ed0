/** Seeded shoppers with planted tastes, whose Segment events show what real data cannot. */
@NullMarked
package dev.attune.simulator;

import org.jspecify.annotations.NullMarked;
