/** Rows as PostgreSQL copies them out, and what their texts were read as before. */
@NullMarked
package dev.attune.catalog.snapshot.row;

import org.jspecify.annotations.NullMarked;
