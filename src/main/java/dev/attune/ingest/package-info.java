/**
 * The way in for events: validation, consent, deduplication, append and fold in one transaction.
 */
@NullMarked
package dev.attune.ingest;

import org.jspecify.annotations.NullMarked;
