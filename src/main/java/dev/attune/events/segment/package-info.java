/** Reads the events that Segment, RudderStack and GA4 clients send. */
@NullMarked
package dev.attune.events.segment;

import org.jspecify.annotations.NullMarked;
