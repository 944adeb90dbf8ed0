package dev.attune.catalog.store;

/**
 * How a feed is to be imported.
 *
 * @param force in full mode, also when much would vanish or was rejected
 */
record ImportRequest(Format format, Mode mode, boolean force) {}
