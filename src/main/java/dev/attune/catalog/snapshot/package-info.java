/** The way out of the catalog store: the snapshot in memory, and how it follows the store. */
@NullMarked
package dev.attune.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
