/** The shop's keys in the merchants' API. */
@NullMarked
package dev.attune.graphql.keys;

import org.jspecify.annotations.NullMarked;
