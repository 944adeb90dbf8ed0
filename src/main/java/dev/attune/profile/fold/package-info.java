/**
 * The stored state of one identifier: sessions of exact tallies, merged by addition and maximum.
 */
@NullMarked
package dev.attune.profile.fold;

import org.jspecify.annotations.NullMarked;
