/** The endless feed of mobile apps. */
@NullMarked
package dev.attune.graphql.feed;

import org.jspecify.annotations.NullMarked;
