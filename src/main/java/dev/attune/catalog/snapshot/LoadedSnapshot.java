package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot and how long it holds.
 *
 * @param version the store's version that it was read at
 * @param nextPriceChange when a sale next begins or ends
 */
record LoadedSnapshot(CatalogSnapshot snapshot, long version, Optional<Instant> nextPriceChange) {}
