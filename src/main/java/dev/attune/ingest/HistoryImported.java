package dev.attune.ingest;

/**
 * Fired when a history of events was imported: what learns from events should learn again.
 *
 * @param count how many events were new
 */
public record HistoryImported(long count) {}
