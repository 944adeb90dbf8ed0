/** Decisions beside what shoppers took of what they showed. */
@NullMarked
package dev.attune.record.taken;

import org.jspecify.annotations.NullMarked;
