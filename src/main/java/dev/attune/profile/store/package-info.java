/** Reads shoppers: identity, consent and state in one statement, then the view in memory. */
@NullMarked
package dev.attune.profile.store;

import org.jspecify.annotations.NullMarked;
