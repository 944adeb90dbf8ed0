/** What content has in common: for whom, where, when and in which words; badges and routines. */
@NullMarked
package dev.attune.merchandising.content;

import org.jspecify.annotations.NullMarked;
