/** How much each feature counts in a slot, learned from what was taken of what was shown. */
@NullMarked
package dev.attune.models.blend;

import org.jspecify.annotations.NullMarked;
