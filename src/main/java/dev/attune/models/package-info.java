/**
 * What the shop learns from its shoppers: immutable models that are trained together and swapped as
 * a whole.
 */
@NullMarked
package dev.attune.models;

import org.jspecify.annotations.NullMarked;
