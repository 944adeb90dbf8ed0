package dev.attune.record;

import org.jspecify.annotations.Nullable;

/**
 * Why something is shown, safe for the shopper to see.
 *
 * @param about what the sentence names, a category's or brand's title, or null
 */
public record Reason(Code code, @Nullable String about) {
  /** The stable codes; texts are in the bundle {@code reasons}. */
  public enum Code {
    YOUR_CAMPAIGN,
    THIS_VISIT,
    VIEWED_NEXT,
    GOES_WITH_YOUR_CART,
    YOUR_CATEGORY,
    YOUR_BRAND,
    YOUR_TASTE,
    YOUR_PRICE_RANGE,
    LIKE_YOUR_HISTORY,
    RECENTLY_VIEWED,
    BUY_AGAIN,
    FOR_YOU,
    SIMILAR,
    BOUGHT_TOGETHER,
    ALSO_BOUGHT,
    RELATED,
    EXPLORED,
    POPULAR,
    TRENDING,
    NEW,
    FROM_THE_RANGE,
    MATCHES_YOUR_SEARCH,
    CHOSEN_BY_THE_SHOP,
    LOW_STOCK,
    PRICE_DROP,
    BESTSELLER,
    BACK_IN_STOCK,
    BACK_FOR_YOU,
    YOUR_SIZE,
    WELCOME_BACK
  }
}
