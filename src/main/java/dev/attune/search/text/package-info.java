/** Full text of a catalog: the index on the heap, and the spelling of its words. */
@NullMarked
package dev.attune.search.text;

import org.jspecify.annotations.NullMarked;
