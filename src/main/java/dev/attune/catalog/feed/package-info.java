/** Feeds of other systems, read row by row into items; pure, and one bad row never sinks a feed. */
@NullMarked
package dev.attune.catalog.feed;

import org.jspecify.annotations.NullMarked;
