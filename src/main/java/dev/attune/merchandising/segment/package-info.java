/** Segments: groups of shoppers by what their profile says. */
@NullMarked
package dev.attune.merchandising.segment;

import org.jspecify.annotations.NullMarked;
