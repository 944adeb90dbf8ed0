/** GraphQL over WebSocket: the same limits as over HTTP, and an end when a token expires. */
@NullMarked
package dev.attune.http.socket;

import org.jspecify.annotations.NullMarked;
