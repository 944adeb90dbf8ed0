/** A feed's rows in the form in which the store takes them. */
@NullMarked
package dev.attune.catalog.store.staged;

import org.jspecify.annotations.NullMarked;
