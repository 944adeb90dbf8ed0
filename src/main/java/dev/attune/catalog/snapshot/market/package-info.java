/** What a market sees otherwise: its prices, its texts, and products told in them. */
@NullMarked
package dev.attune.catalog.snapshot.market;

import org.jspecify.annotations.NullMarked;
