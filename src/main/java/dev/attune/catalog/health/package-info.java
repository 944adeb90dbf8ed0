/** How clean the catalog is: what is missing or doubtful, where, and what must not act on it. */
@NullMarked
package dev.attune.catalog.health;

import org.jspecify.annotations.NullMarked;
