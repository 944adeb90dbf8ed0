/** Kafka as the way of events: the collector writes a topic, and every replica folds its share. */
@NullMarked
package dev.attune.ingest.topic;

import org.jspecify.annotations.NullMarked;
