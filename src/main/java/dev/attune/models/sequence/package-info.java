/** Products as vectors, learned from what followed what: plain arrays of numbers, no catalog. */
@NullMarked
package dev.attune.models.sequence;

import org.jspecify.annotations.NullMarked;
