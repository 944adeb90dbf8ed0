/** The way into the catalog store: imports of whole feeds, and relations between products. */
@NullMarked
package dev.attune.catalog.store;

import org.jspecify.annotations.NullMarked;
