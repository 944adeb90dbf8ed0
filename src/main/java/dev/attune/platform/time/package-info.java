/** The clock that everything takes its time from. */
@NullMarked
package dev.attune.platform.time;

import org.jspecify.annotations.NullMarked;
