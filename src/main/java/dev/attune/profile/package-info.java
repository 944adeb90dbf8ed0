/** The shopper as a fold over events, and the bounded view of it that decisions use. */
@NullMarked
package dev.attune.profile;

import org.jspecify.annotations.NullMarked;
