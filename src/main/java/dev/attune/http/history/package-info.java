/** The import of event history as newline-delimited JSON. */
@NullMarked
package dev.attune.http.history;

import org.jspecify.annotations.NullMarked;
