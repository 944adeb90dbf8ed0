package dev.attune.ingest.topic;

import org.jspecify.annotations.Nullable;

/**
 * How far a transaction takes a partition.
 *
 * @param from the stored offset that it starts from, null where none is stored
 * @param to the first record that it does not hold
 */
record Advance(int partition, @Nullable Long from, long to) {}
