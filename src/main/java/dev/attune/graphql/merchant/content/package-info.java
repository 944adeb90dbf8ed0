/** What content has in common over GraphQL, and merchants' badges, routines and histories. */
@NullMarked
package dev.attune.graphql.merchant.content;

import org.jspecify.annotations.NullMarked;
