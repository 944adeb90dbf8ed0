/** Global ids: how every object of the shop is named towards clients. */
@NullMarked
package dev.attune.platform.id;

import org.jspecify.annotations.NullMarked;
