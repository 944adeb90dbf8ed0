/**
 * Decisions as recorded: what was asked, from which candidates, and what came out; replay reads it.
 */
@NullMarked
package dev.attune.record;

import org.jspecify.annotations.NullMarked;
