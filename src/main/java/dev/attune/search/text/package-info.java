/** Full text of a catalog: its index, the queries of it, and the spelling of its words. */
@NullMarked
package dev.attune.search.text;

import org.jspecify.annotations.NullMarked;
