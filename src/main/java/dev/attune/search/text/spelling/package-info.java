/** Known words by how they are written: like a mistyped one, or with another word in them. */
@NullMarked
package dev.attune.search.text.spelling;

import org.jspecify.annotations.NullMarked;
