/** What the schema itself is made of: scalars, interfaces and directives. */
@NullMarked
package dev.attune.graphql.schema;

import org.jspecify.annotations.NullMarked;
