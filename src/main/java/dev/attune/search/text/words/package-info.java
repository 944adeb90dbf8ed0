/** Words: how texts are taken apart in each language, what they name, and what means the same. */
@NullMarked
package dev.attune.search.text.words;

import org.jspecify.annotations.NullMarked;
