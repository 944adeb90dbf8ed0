/** The one exception and the one rejection, with codes that clients can rely on. */
@NullMarked
package dev.attune.platform.error;

import org.jspecify.annotations.NullMarked;
