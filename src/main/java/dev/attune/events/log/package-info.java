/** The log of events in the store, and what puts its events in order in memory. */
@NullMarked
package dev.attune.events.log;

import org.jspecify.annotations.NullMarked;
