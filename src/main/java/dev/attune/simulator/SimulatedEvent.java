package dev.attune.simulator;

import java.time.Instant;

/**
 * One delivery to the collector.
 *
 * @param receivedAt when it arrives; late ones arrive long after the {@code timestamp} inside
 * @param json one item of the Segment HTTP tracking API, with its {@code type}
 */
public record SimulatedEvent(Instant receivedAt, String json) {}
