/** Finding the few best among very many in little time. */
@NullMarked
package dev.attune.models.nearest;

import org.jspecify.annotations.NullMarked;
