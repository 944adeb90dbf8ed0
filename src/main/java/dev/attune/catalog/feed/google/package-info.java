/** Google Merchant feeds: tab-separated rows, their columns, and what the columns mean. */
@NullMarked
package dev.attune.catalog.feed.google;

import org.jspecify.annotations.NullMarked;
