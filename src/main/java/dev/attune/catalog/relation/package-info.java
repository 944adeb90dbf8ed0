/** What merchants say that products have to do with each other. */
@NullMarked
package dev.attune.catalog.relation;

import org.jspecify.annotations.NullMarked;
