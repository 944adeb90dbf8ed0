/** Sentences for shoppers, in their language. */
@NullMarked
package dev.attune.graphql.text;

import org.jspecify.annotations.NullMarked;
