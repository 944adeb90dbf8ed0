/** What models learn from, in compact primitive form: ordinals, touches, sums and sparse rows. */
@NullMarked
package dev.attune.models.compact;

import org.jspecify.annotations.NullMarked;
