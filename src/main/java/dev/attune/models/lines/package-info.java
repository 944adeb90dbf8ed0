/** A log and its catalog as lines of text, so that they can be learned from elsewhere. */
@NullMarked
package dev.attune.models.lines;

import org.jspecify.annotations.NullMarked;
