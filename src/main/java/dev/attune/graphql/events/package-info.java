/** What operators see and do about events: bad ones, and how healthy the stream is. */
@NullMarked
package dev.attune.graphql.events;

import org.jspecify.annotations.NullMarked;
