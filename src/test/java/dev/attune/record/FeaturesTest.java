package dev.attune.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final Feature[] ALL = Feature.values();

  private static Map<Feature, Double> random(Random random) {
    Map<Feature, Double> known = new EnumMap<>(Feature.class);
    for (Feature feature : ALL) {
      if (random.nextInt(3) == 0) {
        known.put(feature, random.nextInt(4) / 2.0 - .5);
      }
    }
    return known;
  }

  private static Map<Feature, Double> notZero(Map<Feature, Double> all) {
    Map<Feature, Double> known = new EnumMap<>(all);
    known.values().removeIf(value -> value == 0);
    return known;
  }

  @Test
  void knowsWhatAMapOfTheSameValuesKnows() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      Map<Feature, Double> known = random(random);
      Features features = Features.of(known);
      assertThat(features.known()).isEqualTo(notZero(known));
      for (Feature feature : ALL) {
        assertThat(features.get(feature)).isEqualTo(known.getOrDefault(feature, 0.0));
        assertThat(features.is(feature)).isEqualTo(known.getOrDefault(feature, 0.0) > 0);
      }
    }
  }

  @Test
  void replacesOneValueAndKeepsTheOthers() {
    Random random = new Random(6);
    for (int i = 0; i < 200; i++) {
      Map<Feature, Double> known = random(random);
      Features before = Features.of(known);
      Feature feature = ALL[random.nextInt(ALL.length)];
      double value = random.nextInt(3) / 2.0;
      Features after = before.with(feature, value);
      assertThat(before.known()).isEqualTo(notZero(known));
      known.put(feature, value);
      assertThat(after.known()).isEqualTo(notZero(known));
    }
  }

  @Test
  void takesTheLargerOfBothAndWhatIsNotSaidAsZero() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Map<Feature, Double> one = random(random);
      Map<Feature, Double> other = i % 5 == 0 ? Map.of() : random(random);
      Features both = Features.of(one).max(Features.of(other));
      for (Feature feature : ALL) {
        assertThat(both.get(feature))
            .isEqualTo(Math.max(one.getOrDefault(feature, 0.0), other.getOrDefault(feature, 0.0)));
      }
    }
  }

  @Test
  void forgetsWhatWasOnASheetBefore() {
    Features.Sheet sheet = new Features.Sheet();
    sheet.put(Feature.POPULARITY, .5);
    sheet.flag(Feature.FOR_SALE, true);
    sheet.raise(Feature.POPULARITY, .2);
    sheet.raise(Feature.TREND, .3);
    Features first = sheet.read();
    sheet.clear();
    sheet.raise(Feature.POPULARITY, .1);
    sheet.flag(Feature.FOR_SALE, false);
    assertThat(sheet.read().known()).isEqualTo(Map.of(Feature.POPULARITY, .1));
    assertThat(first.known())
        .isEqualTo(Map.of(Feature.POPULARITY, .5, Feature.FOR_SALE, 1.0, Feature.TREND, .3));
  }

  @Test
  void leavesNothingOfAShopperButWhatKeepsAThingFromBeingShown() {
    Features features =
        Features.none()
            .with(Feature.TASTE_BRAND, 1)
            .with(Feature.NEXT, 1)
            .with(Feature.REJECTED, true)
            .with(Feature.POPULARITY, .5);
    assertThat(features.impersonal().known())
        .isEqualTo(Map.of(Feature.REJECTED, 1.0, Feature.POPULARITY, .5));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> Features.of(Map.of(Feature.NEXT, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Features.none().with(Feature.NEXT, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Features.Sheet().raise(Feature.NEXT, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
