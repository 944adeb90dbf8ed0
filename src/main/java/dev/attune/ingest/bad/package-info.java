/** Events that were refused: kept with their reason, listed, and tried again after a fix. */
@NullMarked
package dev.attune.ingest.bad;

import org.jspecify.annotations.NullMarked;
