/** Who belongs to whom, as operators look at it: members, the log of joins, what looks wrong. */
@NullMarked
package dev.attune.identity.member;

import org.jspecify.annotations.NullMarked;
