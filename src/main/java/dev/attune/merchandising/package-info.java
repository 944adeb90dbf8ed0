/** What merchants write: heroes, offers, guides and collections. */
@NullMarked
package dev.attune.merchandising;

import org.jspecify.annotations.NullMarked;
