/** What shoppers did after they saw a variant, added up by the store. */
@NullMarked
package dev.attune.experiments.metric;

import org.jspecify.annotations.NullMarked;
