/** The edge over plain HTTP: the collector, imports, exports and tokens. */
@NullMarked
package dev.attune.http;

import org.jspecify.annotations.NullMarked;
