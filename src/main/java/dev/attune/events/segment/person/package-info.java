/** What an event of Segment's API says of its person beside what happened. */
@NullMarked
package dev.attune.events.segment.person;

import org.jspecify.annotations.NullMarked;
