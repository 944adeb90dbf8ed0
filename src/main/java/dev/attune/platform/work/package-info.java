/** When work is done that nobody waits for. */
@NullMarked
package dev.attune.platform.work;

import org.jspecify.annotations.NullMarked;
