/** Products written down as documents of a full-text index, each word once with its weight. */
@NullMarked
package dev.attune.search.text.document;

import org.jspecify.annotations.NullMarked;
