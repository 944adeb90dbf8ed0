/** Decisions of the last days, as a draft is tried on them. */
@NullMarked
package dev.attune.record.past;

import org.jspecify.annotations.NullMarked;
