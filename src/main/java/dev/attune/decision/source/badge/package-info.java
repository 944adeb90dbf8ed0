/** What a product can be marked with, and when that applies. */
@NullMarked
package dev.attune.decision.source.badge;

import org.jspecify.annotations.NullMarked;
