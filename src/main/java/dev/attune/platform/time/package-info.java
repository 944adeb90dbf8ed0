/** The clock: the one place where the present comes from. */
@NullMarked
package dev.attune.platform.time;

import org.jspecify.annotations.NullMarked;
