/** Numbers and tables without boxes, for catalogs of millions of products. */
@NullMarked
package dev.attune.catalog.compact;

import org.jspecify.annotations.NullMarked;
