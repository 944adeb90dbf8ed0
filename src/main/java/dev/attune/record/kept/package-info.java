/** How long decisions stay in the log. */
@NullMarked
package dev.attune.record.kept;

import org.jspecify.annotations.NullMarked;
