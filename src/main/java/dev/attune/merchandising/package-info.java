/** What merchants write: heroes, offers, guides, collections, synonyms and redirects. */
@NullMarked
package dev.attune.merchandising;

import org.jspecify.annotations.NullMarked;
