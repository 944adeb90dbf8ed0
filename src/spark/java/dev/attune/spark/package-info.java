/** The training as an Apache Spark job, for logs that are too long for one machine. */
@NullMarked
package dev.attune.spark;

import org.jspecify.annotations.NullMarked;
