/** What a training costs in time and memory as the log grows. */
@NullMarked
package dev.attune.bench.training;

import org.jspecify.annotations.NullMarked;
