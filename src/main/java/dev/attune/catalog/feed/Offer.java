package dev.attune.catalog.feed;

import dev.attune.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs.
 *
 * @param regular null where the feed has no price, so that it is not for sale
 * @param sale in the regular price's currency, below it, and never without it
 * @param window when the sale price holds; null means always
 * @param cost what the shop pays for one
 */
public record Offer(
    @Nullable Money regular,
    @Nullable Money sale,
    @Nullable SaleWindow window,
    @Nullable Money cost) {}
