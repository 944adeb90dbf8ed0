/**
 * How healthy the stream of events is: how much, how late, how often again, and what is missing.
 */
@NullMarked
package dev.attune.ingest.health;

import org.jspecify.annotations.NullMarked;
