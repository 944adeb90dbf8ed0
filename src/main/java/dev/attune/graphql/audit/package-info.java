/** Who did what to the shop, for operators to read. */
@NullMarked
package dev.attune.graphql.audit;

import org.jspecify.annotations.NullMarked;
