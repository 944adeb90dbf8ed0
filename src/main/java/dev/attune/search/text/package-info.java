/** Full text of a catalog: its index, which rows a query finds in it and how well they match. */
@NullMarked
package dev.attune.search.text;

import org.jspecify.annotations.NullMarked;
