/** The schema's input types. */
@NullMarked
package dev.attune.graphql.input;

import org.jspecify.annotations.NullMarked;
