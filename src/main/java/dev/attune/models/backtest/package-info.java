/** Scores the models that serve on what shoppers really did next, out of files. */
@NullMarked
package dev.attune.models.backtest;

import org.jspecify.annotations.NullMarked;
