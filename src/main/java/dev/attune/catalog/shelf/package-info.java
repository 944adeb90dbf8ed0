/** Stock and prices as they change between imports. */
@NullMarked
package dev.attune.catalog.shelf;

import org.jspecify.annotations.NullMarked;
