/** Events for a training in whatever order the log has them. */
@NullMarked
package dev.attune.models.gathering;

import org.jspecify.annotations.NullMarked;
