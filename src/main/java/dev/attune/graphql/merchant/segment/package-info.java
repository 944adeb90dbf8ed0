/** Segments over GraphQL. */
@NullMarked
package dev.attune.graphql.merchant.segment;

import org.jspecify.annotations.NullMarked;
