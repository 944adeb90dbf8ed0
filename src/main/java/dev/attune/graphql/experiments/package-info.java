/** Experiments over GraphQL: written by merchants, read by analysts. */
@NullMarked
package dev.attune.graphql.experiments;

import org.jspecify.annotations.NullMarked;
