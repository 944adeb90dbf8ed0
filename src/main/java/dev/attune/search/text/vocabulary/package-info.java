/** The words that texts are made of: split once, known again. */
@NullMarked
package dev.attune.search.text.vocabulary;

import org.jspecify.annotations.NullMarked;
