/** Tells at once, on every replica, that a shopper did something. */
@NullMarked
package dev.attune.profile.live;

import org.jspecify.annotations.NullMarked;
