/**
 * What a catalog of a million products costs: memory, starts, searches, category pages, imports.
 */
@NullMarked
package dev.attune.bench.scale;

import org.jspecify.annotations.NullMarked;
