/** The shop's two keys, and the keys that the gateway signs with. */
@NullMarked
package dev.attune.platform.security;

import org.jspecify.annotations.NullMarked;
