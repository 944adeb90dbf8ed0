/** What a candidate's features come to by a slot's weights. */
@NullMarked
package dev.attune.decision.weigh;

import org.jspecify.annotations.NullMarked;
