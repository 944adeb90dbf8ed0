/** Experiments as merchants define them, in memory on every replica. */
@NullMarked
package dev.attune.experiments.store;

import org.jspecify.annotations.NullMarked;
