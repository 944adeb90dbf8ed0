/** What merchants write in the catalog store, and the copy in memory that follows it. */
@NullMarked
package dev.attune.merchandising.store;

import org.jspecify.annotations.NullMarked;
