/** What may be shown at all: small judges that say why not. */
@NullMarked
package dev.attune.decision.filter;

import org.jspecify.annotations.NullMarked;
