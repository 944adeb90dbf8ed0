/** How much may be sent, and how large a GraphQL document may be. */
@NullMarked
package dev.attune.http.limit;

import org.jspecify.annotations.NullMarked;
