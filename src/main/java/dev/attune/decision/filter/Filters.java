package dev.attune.decision.filter;

import dev.attune.decision.Filter;
import dev.attune.decision.Verdict;
import dev.attune.record.Feature;
import dev.attune.record.Features;

/** The judges that slots choose from. */
public enum Filters implements Filter {
  HAS_A_PRICE(Feature.PRICED, true, "no price in this market"),
  CAN_BE_BOUGHT(Feature.FOR_SALE, true, "out of stock"),
  NOT_REJECTED(Feature.REJECTED, false, "the shopper does not want it"),
  NOT_ON_PAGE(Feature.ON_PAGE, false, "on the page already"),
  NOT_IN_CART(Feature.IN_CART, false, "in the cart already"),
  NOT_A_SECOND_OF_ITS_KIND(Feature.SAME_KIND, false, "the cart has one of this kind already"),
  NOT_ITSELF(Feature.ITSELF, false, "is what the page is about"),
  /** What merchants say goes with it may be of the same kind. */
  NOT_OF_ITS_OWN_KIND(Feature.OWN_KIND, false, "of the same kind as what the page is about") {
    @Override
    public Verdict judge(Features features) {
      return features.is(Feature.RELATED) ? Verdict.KEEP : super.judge(features);
    }
  },
  /** What merchants say goes with it may be for others: a father's shirt with his son's. */
  NOT_FOR_OTHER_PEOPLE(Feature.OTHER_PEOPLE, false, "for people of another gender or age") {
    @Override
    public Verdict judge(Features features) {
      return features.is(Feature.RELATED) ? Verdict.KEEP : super.judge(features);
    }
  },
  NOT_JUST_BOUGHT(Feature.JUST_BOUGHT, false, "bought a short while ago"),
  IS_LIVE(Feature.LIVE, true, "not live now, or its target is gone"),
  FOR_THIS_AUDIENCE(Feature.IN_AUDIENCE, true, "for other shoppers"),
  FOR_THIS_MARKET(Feature.OTHER_MARKET, false, "for other markets"),
  FOR_THIS_LANGUAGE(Feature.OTHER_LOCALE, false, "for pages in other languages"),
  FOR_THIS_TIME(Feature.OTHER_TIME, false, "outside of its schedule"),
  FOR_THIS_SEGMENT(Feature.OTHER_SEGMENT, false, "for shoppers of other segments");

  private final Feature flag;
  private final boolean wanted;
  private final Verdict hidden;

  Filters(Feature flag, boolean wanted, String why) {
    this.flag = flag;
    this.wanted = wanted;
    this.hidden = Verdict.hide(why);
  }

  @Override
  public Verdict judge(Features features) {
    return features.is(flag) == wanted ? Verdict.KEEP : hidden;
  }
}
