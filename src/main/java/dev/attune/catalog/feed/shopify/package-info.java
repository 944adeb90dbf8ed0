/** Shopify product exports: rows that share a handle, and what their columns mean. */
@NullMarked
package dev.attune.catalog.feed.shopify;

import org.jspecify.annotations.NullMarked;
