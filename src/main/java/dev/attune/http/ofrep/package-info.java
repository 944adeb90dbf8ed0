/** Variants as flags, for other clients: the OpenFeature Remote Evaluation Protocol. */
@NullMarked
package dev.attune.http.ofrep;

import org.jspecify.annotations.NullMarked;
