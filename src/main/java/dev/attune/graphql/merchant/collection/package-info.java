/** Merchants' collections over GraphQL. */
@NullMarked
package dev.attune.graphql.merchant.collection;

import org.jspecify.annotations.NullMarked;
