/** The models as merchants see them: each training, which one serves, and the way back. */
@NullMarked
package dev.attune.graphql.models;

import org.jspecify.annotations.NullMarked;
