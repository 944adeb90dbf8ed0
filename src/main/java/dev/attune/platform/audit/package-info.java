/** Who did what: an append-only record of what must not be deniable. */
@NullMarked
package dev.attune.platform.audit;

import org.jspecify.annotations.NullMarked;
