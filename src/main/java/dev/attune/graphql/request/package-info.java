/** What every resolver needs to know of its request: the page, who writes, what was meant. */
@NullMarked
package dev.attune.graphql.request;

import org.jspecify.annotations.NullMarked;
