/** People as operators look after them: who is taken for whom, what is known, export, erasure. */
@NullMarked
package dev.attune.graphql.identity;

import org.jspecify.annotations.NullMarked;
