/** How healthy the shop's data is, for merchants. */
@NullMarked
package dev.attune.graphql.health;

import org.jspecify.annotations.NullMarked;
