/** Measures a packaged gateway from outside, by one command and not as part of the build. */
@NullMarked
package dev.attune.bench;

import org.jspecify.annotations.NullMarked;
