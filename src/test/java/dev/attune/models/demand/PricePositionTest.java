package dev.attune.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.SampleCatalog;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.profile.Profile;
import dev.attune.simulator.PlantedShop;
import dev.attune.simulator.SimulatedTruth.Person;
import dev.attune.simulator.SimulatorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PricePositionTest {
  @Test
  void aPriceIsRankedAmongItsCategoryOrTheOneAboveWhereThatHasFew() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < 5; i++) {
      shop.product("chair-" + i, "Chair").in("Garden > Chairs").price((9 - i) + "0.00").add();
    }
    shop.product("same-0", "Chair").in("Garden > Chairs").price("50.00").add();
    shop.product("hammock", "Hammock").in("Garden > Hammocks").price("95.00").add();
    shop.product("free", "Leaflet").in("Garden > Chairs").price(null).add();
    shop.product("alone", "Lamp").in("Lamps").price("5.00").add();
    PriceLevels levels = PriceLevels.of(new ProductOrdinals(shop.snapshot("1")));
    assertThat(level(levels, "chair-0")).isEqualTo(1);
    assertThat(level(levels, "chair-3")).isCloseTo(.4, within(1e-6));
    assertThat(level(levels, "chair-4")).isCloseTo(.1, within(1e-6));
    assertThat(level(levels, "same-0")).isCloseTo(.1, within(1e-6));
    assertThat(level(levels, "hammock")).isEqualTo(1);
    assertThat(levels.of(new ProductId("free"))).isEmpty();
    assertThat(levels.of(new ProductId("alone"))).isEmpty();
    assertThat(levels.of(new ProductId("unknown"))).isEmpty();
    assertThat(PricePosition.of(Profile.NOBODY, levels)).isEqualTo(PricePosition.UNKNOWN);
  }

  /** The simulator plants in each persona the price level at which it feels at home. */
  @Test
  void findsWhereWithinThePricesEverybodyWasPlanted() {
    PlantedShop shop = new PlantedShop(SimulatorSettings.defaults());
    PriceLevels levels = PriceLevels.of(new ProductOrdinals(shop.catalog()));
    List<double[]> pairs = new ArrayList<>();
    double near = 0;
    double far = 0;
    for (Map.Entry<Person, Profile> one : shop.people().entrySet()) {
      PricePosition found = PricePosition.of(one.getValue(), levels);
      double planted = one.getKey().persona().pricePosition();
      if (found.sure() > .6) {
        pairs.add(new double[] {planted, found.level()});
        near += found.fit(planted);
        far += found.fit(1 - planted);
      }
    }
    assertThat(pairs).hasSizeGreaterThan(100);
    assertThat(correlation(pairs)).isGreaterThan(.3);
    assertThat(near).isGreaterThan(far);
  }

  /** Pearson's. */
  private static double correlation(List<double[]> pairs) {
    double[] mean = new double[2];
    pairs.forEach(pair -> IntStream.range(0, 2).forEach(i -> mean[i] += pair[i] / pairs.size()));
    double both = 0;
    double[] squares = new double[2];
    for (double[] pair : pairs) {
      both += (pair[0] - mean[0]) * (pair[1] - mean[1]);
      squares[0] += (pair[0] - mean[0]) * (pair[0] - mean[0]);
      squares[1] += (pair[1] - mean[1]) * (pair[1] - mean[1]);
    }
    return both / Math.sqrt(squares[0] * squares[1]);
  }

  private static double level(PriceLevels levels, String product) {
    return levels.of(new ProductId(product)).orElseThrow();
  }
}
