/** The closed vocabulary of shop events, and who may be behind them. */
@NullMarked
package dev.attune.events;

import org.jspecify.annotations.NullMarked;
