/** Giving one place of a list, now and then, to something of which little is known. */
@NullMarked
package dev.attune.decision.explore;

import org.jspecify.annotations.NullMarked;
