/** Relay connections: lists that can grow, page by page, with stable cursors. */
@NullMarked
package dev.attune.graphql.list;

import org.jspecify.annotations.NullMarked;
