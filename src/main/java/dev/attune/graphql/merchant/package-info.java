/** What merchants write for search, over GraphQL. */
@NullMarked
package dev.attune.graphql.merchant;

import org.jspecify.annotations.NullMarked;
