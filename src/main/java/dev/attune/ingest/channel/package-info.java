/** The way of events from whoever takes them to the log: straight, or over a topic of Kafka. */
@NullMarked
package dev.attune.ingest.channel;

import org.jspecify.annotations.NullMarked;
