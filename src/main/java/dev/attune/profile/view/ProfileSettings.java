package dev.attune.profile.view;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What taste is made of, and where shoppers stand; changing any of it needs no refold. */
@ConfigMapping(prefix = "attune.profile")
public interface ProfileSettings {
  /** The time after which an interest counts half, unless it is refreshed. */
  @WithDefault("P30D")
  Duration halfLife();

  /** How much each kind of signal counts, a product view being 1. */
  Weights weights();

  /** Attributes with few distinct values, whose values can be a taste. */
  @WithDefault("color,colour,size,gender,age_group,material,pattern")
  Set<String> tasteAttributes();

  /** How long it is remembered that something was shown and not taken. */
  @WithDefault("P30D")
  Duration ignoredFor();

  /** Orders that make a buyer loyal. */
  @WithDefault("3")
  int loyalOrders();

  /** Orders that make a VIP. */
  @WithDefault("6")
  int vipOrders();

  /** Money spent in any one currency that makes a VIP, in major units. */
  @WithDefault("2000")
  long vipSpend();

  /** Silence after which a buyer is slipping away. */
  @WithDefault("P60D")
  Duration lapsingAfter();

  /** Silence after which a buyer is gone. */
  @WithDefault("P180D")
  Duration lapsedAfter();

  /**
   * Shoppers whose profile this replica keeps decoded, about 15 KB each; one is used only while the
   * versions of all that it was made from are the store's.
   */
  @WithDefault("2000")
  int cached();

  /** How long a decoded profile serves: what has faded meanwhile does not show. */
  @WithDefault("PT1M")
  Duration cachedFor();

  /** How much each kind of signal counts. */
  interface Weights {
    /** A product was looked at. */
    @WithDefault("1")
    double view();

    /** A product was clicked in a list. */
    @WithDefault("1")
    double click();

    /** A product went into the cart. */
    @WithDefault("3")
    double cart();

    /** A product went onto the wish list. */
    @WithDefault("3")
    double wish();

    /** A product was bought. */
    @WithDefault("5")
    double buy();

    /** A category was opened. */
    @WithDefault("2")
    double category();

    /** A query that is the name of a category or a brand. */
    @WithDefault("2")
    double search();

    /** A filter on a category, brand or attribute. */
    @WithDefault("2")
    double filter();

    /** A stated preference, at least; it never counts less than the strongest of its group. */
    @WithDefault("10")
    double stated();
  }
}
