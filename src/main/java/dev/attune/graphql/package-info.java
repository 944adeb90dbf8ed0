/** The storefront's and the merchants' schema: resolvers; nothing is decided here. */
@NullMarked
package dev.attune.graphql;

import org.jspecify.annotations.NullMarked;
