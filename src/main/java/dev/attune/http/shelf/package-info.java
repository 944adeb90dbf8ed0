/** Takes stock and prices in batches of JSON. */
@NullMarked
package dev.attune.http.shelf;

import org.jspecify.annotations.NullMarked;
