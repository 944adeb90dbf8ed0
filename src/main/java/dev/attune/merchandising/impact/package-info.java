/** What a drafted rule would have changed of the decisions of the last days. */
@NullMarked
package dev.attune.merchandising.impact;

import org.jspecify.annotations.NullMarked;
