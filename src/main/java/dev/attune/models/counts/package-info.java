/**
 * What of the models grows with the log: counts that parts of a log make on their own and that add
 * up to the same in any order, and the file in which they travel to a gateway.
 */
@NullMarked
package dev.attune.models.counts;

import org.jspecify.annotations.NullMarked;
