/** Who may be given an offer: a stated policy with a floor on margin. */
@NullMarked
package dev.attune.decision.offer;

import org.jspecify.annotations.NullMarked;
