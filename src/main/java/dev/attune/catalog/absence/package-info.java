/** When products are out of stock, and that they are back. */
@NullMarked
package dev.attune.catalog.absence;

import org.jspecify.annotations.NullMarked;
