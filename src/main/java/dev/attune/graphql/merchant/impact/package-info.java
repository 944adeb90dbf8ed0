/** What a drafted rule would change, as merchants read it. */
@NullMarked
package dev.attune.graphql.merchant.impact;

import org.jspecify.annotations.NullMarked;
