/** What reports of experiments take. */
@NullMarked
package dev.attune.bench.experiment;

import org.jspecify.annotations.NullMarked;
