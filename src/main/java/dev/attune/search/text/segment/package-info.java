/** Many documents' words, put in order at once and handed to the index as a segment. */
@NullMarked
package dev.attune.search.text.segment;

import org.jspecify.annotations.NullMarked;
