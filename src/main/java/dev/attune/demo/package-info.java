/**
 * The invented shop that Attune shows on first start: its pictures, its people and their habits.
 */
@NullMarked
package dev.attune.demo;

import org.jspecify.annotations.NullMarked;
