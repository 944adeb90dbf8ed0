/** Whether the ground for personalization is laid, as numbers say. */
@NullMarked
package dev.attune.experiments.ready;

import org.jspecify.annotations.NullMarked;
