/** What somebody meant who mistyped a word: the known word most like it. */
@NullMarked
package dev.attune.search.text.spelling;

import org.jspecify.annotations.NullMarked;
