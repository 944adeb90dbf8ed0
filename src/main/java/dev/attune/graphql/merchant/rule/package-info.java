/** Merchants' rules over GraphQL. */
@NullMarked
package dev.attune.graphql.merchant.rule;

import org.jspecify.annotations.NullMarked;
