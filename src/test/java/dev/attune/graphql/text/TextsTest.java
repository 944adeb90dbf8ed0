package dev.attune.graphql.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.decision.slot.Placement;
import dev.attune.record.Basis;
import dev.attune.record.Reason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What shoppers read, in every language. */
class TextsTest {
  /** Those that may name something. */
  private static final Set<Reason.Code> NAMING =
      EnumSet.of(
          Reason.Code.YOUR_CAMPAIGN,
          Reason.Code.THIS_VISIT,
          Reason.Code.YOUR_CATEGORY,
          Reason.Code.YOUR_BRAND);

  @Test
  void everyReasonIsASentenceInEveryLanguage() {
    for (Locale locale : Texts.LANGUAGES) {
      for (Reason.Code code : Reason.Code.values()) {
        assertThat(Texts.reason(new Reason(code, null), locale))
            .as(code + " " + locale)
            .isNotBlank();
      }
      for (Reason.Code code : NAMING) {
        assertThat(Texts.reason(new Reason(code, "{Lamps'}"), locale))
            .as(code + " " + locale)
            .contains("{Lamps'}")
            .doesNotContain("{0}");
      }
    }
  }

  @Test
  void everyRailHasATitleWhateverItRestsOn() {
    for (Locale locale : Texts.LANGUAGES) {
      for (Placement placement : Placement.values()) {
        for (Basis basis : Basis.values()) {
          assertThat(Texts.railTitle(placement, basis, locale)).isNotBlank();
        }
      }
    }
  }

  @Test
  void noRailClaimsWhatItIsNot() {
    for (Placement placement : List.of(Placement.HOME_FOR_YOU, Placement.EMAIL_PICKS)) {
      assertThat(Texts.railTitle(placement, Basis.POPULAR, Locale.ENGLISH))
          .isEqualTo("Popular right now");
      assertThat(Texts.railTitle(placement, Basis.PERSONALIZED, Locale.ENGLISH)).contains("or you");
    }
    assertThat(Texts.railTitle(Placement.PRODUCT_BOUGHT_TOGETHER, Basis.FALLBACK, Locale.ENGLISH))
        .isEqualTo("You may also like");
    assertThat(Texts.railTitle(Placement.PRODUCT_BOUGHT_TOGETHER, Basis.POPULAR, Locale.ENGLISH))
        .isEqualTo("Bought together");
    assertThat(Texts.railTitle(Placement.CART_COMPLETE_THE_ROUTINE, Basis.FALLBACK, Locale.FRENCH))
        .startsWith("Vous aimerez");
  }

  @Test
  void allLanguagesSayAllAndOthersAreAnsweredInEnglish() throws IOException {
    List<Set<String>> keys = new ArrayList<>();
    for (String language : List.of("", "_de", "_fr")) {
      try (InputStreamReader bundle =
          new InputStreamReader(
              Texts.class.getResourceAsStream("/texts/storefront" + language + ".properties"),
              StandardCharsets.UTF_8)) {
        keys.add(new TreeSet<>(new PropertyResourceBundle(bundle).keySet()));
      }
    }
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isEqualTo(keys.get(0));
    assertThat(Texts.railTitle(Placement.HOME_TRENDING, Basis.POPULAR, Locale.JAPANESE))
        .isEqualTo("Trending");
    assertThat(
            Texts.railTitle(Placement.HOME_TRENDING, Basis.POPULAR, Locale.forLanguageTag("de-CH")))
        .isEqualTo("Im Trend");
  }
}
