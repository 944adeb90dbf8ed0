/** One object for what many products say, and for what they said before. */
@NullMarked
package dev.attune.catalog.snapshot.shared;

import org.jspecify.annotations.NullMarked;
