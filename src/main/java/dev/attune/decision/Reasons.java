package dev.attune.decision;

import dev.attune.models.BoughtTogether;
import dev.attune.record.Basis;
import dev.attune.record.Feature;
import dev.attune.record.Reason;
import dev.attune.record.Reason.Code;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why something is shown: what added most to its score, in words that a shopper may see. */
final class Reasons {
  private static final int MOST = 3;

  /** The source of what came in last, whenever that was. */
  private static final String NEWEST = "NEWEST";

  private Reasons() {}

  /**
   * Why this one is shown; {@code mayNameHistory} false keeps to what tells nothing of what the
   * shopper did.
   */
  static List<Reason> of(Ranked ranked, boolean mayNameHistory) {
    @Nullable Feature dominant = ranked.dominant();
    if (dominant == null) {
      return List.of(new Reason(byDefault(ranked), null));
    }
    if (!mayNameHistory && restsOnShopper(dominant)) {
      return List.of(new Reason(Code.FOR_YOU, null));
    }
    return List.of(reason(dominant, ranked));
  }

  /** What nothing speaks for is shown because the shop has it. */
  private static Code byDefault(Ranked ranked) {
    if (ranked.isWritten()) {
      return Code.CHOSEN_BY_THE_SHOP;
    }
    return ranked.candidate().source().equals(NEWEST) ? Code.FROM_THE_RANGE : Code.POPULAR;
  }

  /**
   * Whether it tells what the shopper did: what is known of this visit may be of another device of
   * the same customer, too. The campaign is this page's own.
   */
  private static boolean restsOnShopper(Feature dominant) {
    return dominant.basis() == Basis.PERSONALIZED
        || (dominant.basis() == Basis.SESSION && dominant != Feature.CAMPAIGN);
  }

  /** Why the whole list is as it is: the different reasons of its first items. */
  static List<Reason> of(List<Ranked> answer, boolean mayNameHistory) {
    Set<Reason> reasons = new LinkedHashSet<>();
    for (int i = 0; i < answer.size() && reasons.size() < MOST; i++) {
      reasons.addAll(of(answer.get(i), mayNameHistory));
    }
    return List.copyOf(reasons);
  }

  /** That it fits the cart's prices is no reason to name: why it is there at all is. */
  private static Code besideACart(Ranked ranked) {
    if (ranked.candidate().features().get(Feature.GOES_WITH_CART) > 0) {
      return Code.GOES_WITH_YOUR_CART;
    }
    return ranked.candidate().features().get(Feature.RELATED) > 0 ? Code.RELATED : Code.POPULAR;
  }

  /** Once or twice is not often. */
  private static Code together(Ranked ranked) {
    double strength = ranked.candidate().features().get(Feature.BOUGHT_TOGETHER);
    return BoughtTogether.isOften(strength) ? Code.BOUGHT_TOGETHER : Code.ALSO_BOUGHT;
  }

  private static Reason reason(Feature dominant, Ranked ranked) {
    @Nullable String category = ranked.candidate().subjectOfReason();
    @Nullable String brand = ranked.candidate().brand();
    return switch (dominant) {
      case CAMPAIGN -> new Reason(Code.YOUR_CAMPAIGN, category);
      case SESSION_CATEGORY -> new Reason(Code.THIS_VISIT, category);
      case SESSION_BRAND -> new Reason(Code.THIS_VISIT, brand);
      case NEXT -> new Reason(Code.VIEWED_NEXT, null);
      case GOES_WITH_CART -> new Reason(Code.GOES_WITH_YOUR_CART, null);
      case PRICE_FIT -> new Reason(besideACart(ranked), null);
      case TASTE_CATEGORY -> new Reason(Code.YOUR_CATEGORY, category);
      case TASTE_BRAND -> new Reason(Code.YOUR_BRAND, brand);
      case TASTE_ATTRIBUTE -> new Reason(Code.YOUR_TASTE, null);
      case HISTORY -> new Reason(Code.LIKE_YOUR_HISTORY, null);
      case PRICE_TASTE -> new Reason(Code.YOUR_PRICE_RANGE, null);
      case RECENTLY_VIEWED -> new Reason(Code.RECENTLY_VIEWED, null);
      case DUE_AGAIN -> new Reason(Code.BUY_AGAIN, null);
      case OWN_SIZE -> new Reason(Code.YOUR_SIZE, null);
      case LAPSING -> new Reason(Code.WELCOME_BACK, null);
      case STAGE, DISCOUNT_AFFINITY -> new Reason(Code.FOR_YOU, null);
      case SIMILAR -> new Reason(Code.SIMILAR, null);
      case BOUGHT_TOGETHER -> new Reason(together(ranked), null);
      case RELATED -> new Reason(Code.RELATED, null);
      case EXPLORED -> new Reason(Code.EXPLORED, null);
      case TREND -> new Reason(Code.TRENDING, null);
      case NEWNESS -> new Reason(Code.NEW, null);
      case RELEVANCE -> new Reason(Code.MATCHES_YOUR_SEARCH, null);
      case PRIORITY, EVERGREEN, WELCOME, RULE, STOCK_COVER, SELL_THROUGH ->
          new Reason(Code.CHOSEN_BY_THE_SHOP, null);
      case LOW_STOCK -> new Reason(Code.LOW_STOCK, null);
      case PRICE_DROP -> new Reason(Code.PRICE_DROP, null);
      case BESTSELLER -> new Reason(Code.BESTSELLER, null);
      case BACK_IN_STOCK -> new Reason(Code.BACK_IN_STOCK, null);
      case WAITED_FOR -> new Reason(Code.BACK_FOR_YOU, null);
      default -> new Reason(Code.POPULAR, null);
    };
  }
}
