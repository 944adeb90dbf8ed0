package dev.attune.ingest.health;

/**
 * One thing that is wrong with the stream.
 *
 * @param subject the type or the source that it is about, {@code orders} or {@code views}
 * @param affected how many
 * @param of how many were looked at
 * @param message what it means and what to do
 */
public record EventFinding(
    EventCode code, String subject, long affected, long of, String message) {}
