package dev.attune.graphql.text;

import dev.attune.decision.slot.Placement;
import dev.attune.record.Basis;
import dev.attune.record.Reason;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** Sentences that shoppers read, from the bundles {@code texts/storefront}. */
public final class Texts {
  private static final String BUNDLE = "texts.storefront";

  /** The languages that the bundles speak. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

  private static final Set<Placement> FOR_YOU =
      EnumSet.of(Placement.HOME_FOR_YOU, Placement.EMAIL_PICKS);

  private static final Set<Placement> ABOUT_SOMETHING =
      EnumSet.of(
          Placement.HOME_NEW_FOR_YOU,
          Placement.PRODUCT_SIMILAR,
          Placement.PRODUCT_COMPLEMENTARY,
          Placement.PRODUCT_BOUGHT_TOGETHER,
          Placement.CART_COMPLEMENTARY,
          Placement.CART_COMPLETE_THE_ROUTINE);

  private Texts() {}

  /** A reason as a sentence; one that names something, if the reason does. */
  public static String reason(Reason reason, Locale locale) {
    return reason.about() == null
        ? sentence("reason." + reason.code(), locale)
        : sentence("reason." + reason.code() + ".about", locale, reason.about());
  }

  /**
   * What stands above a rail: one for nobody in particular does not claim to be for you, and one
   * that shows something else instead does not claim to be about the product or the cart.
   */
  public static String railTitle(Placement placement, Basis basis, Locale locale) {
    boolean forNobody = basis == Basis.POPULAR || basis == Basis.CONTROL || basis == Basis.FALLBACK;
    if (forNobody && FOR_YOU.contains(placement)) {
      return sentence("rail.HOME_FOR_YOU.popular", locale);
    }
    return basis == Basis.FALLBACK && ABOUT_SOMETHING.contains(placement)
        ? sentence("rail.instead", locale)
        : sentence("rail." + placement, locale);
  }

  /**
   * @param key of the bundle
   * @param values for the places {0}, {1} of the sentence
   */
  public static String sentence(String key, Locale locale, Object... values) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    try {
      return new MessageFormat(bundle.getString(key), locale).format(values);
    } catch (MissingResourceException missing) {
      throw new IllegalStateException("The bundle " + BUNDLE + " has no " + key, missing);
    }
  }
}
