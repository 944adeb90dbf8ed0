/** What shoppers ask for in words, and whether those who look also buy. */
@NullMarked
package dev.attune.models.demand;

import org.jspecify.annotations.NullMarked;
