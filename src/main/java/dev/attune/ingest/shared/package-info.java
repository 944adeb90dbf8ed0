/** The bounded queue in front of the log: requests that come together share a transaction. */
@NullMarked
package dev.attune.ingest.shared;

import org.jspecify.annotations.NullMarked;
