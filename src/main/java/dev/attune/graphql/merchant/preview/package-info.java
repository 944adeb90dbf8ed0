/** The shop as somebody would see it, before it goes live. */
@NullMarked
package dev.attune.graphql.merchant.preview;

import org.jspecify.annotations.NullMarked;
