/** Feeds' texts: their lines, and what single values such as prices, GTINs and HTML mean. */
@NullMarked
package dev.attune.catalog.feed.text;

import org.jspecify.annotations.NullMarked;
