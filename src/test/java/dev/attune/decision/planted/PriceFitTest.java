package dev.attune.decision.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.ProductId;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.models.Models;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.demand.PriceLevels;
import dev.attune.platform.id.GlobalId;
import dev.attune.profile.Profile;
import dev.attune.simulator.PlantedShop;
import dev.attune.simulator.SimulatedTruth.Person;
import dev.attune.simulator.SimulatorSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planted by the simulator: at which prices within a category each persona feels at home. */
class PriceFitTest {
  private static final int SHOWN = 6;

  private final PlantedShop shop = new PlantedShop(SimulatorSettings.defaults());
  private final PriceLevels levels = PriceLevels.of(new ProductOrdinals(shop.catalog()));

  @Test
  void pricesOfWhatIsShownAreNearerToWhereShoppersAreAtHome() {
    Models models = Models.train(shop.catalog(), shop.log(), shop.now());
    double knowing = away(models);
    double blind = away(blind(models));
    assertThat(knowing).isLessThan(.98 * blind);
  }

  /** The same models without prices. */
  private static Models blind(Models all) {
    return new Models(
        all.version(),
        all.report(),
        all.popularity(),
        all.trend(),
        all.sessionNeighbours(),
        all.itemNeighbours(),
        all.nextProducts(),
        all.boughtTogether(),
        all.contentSimilarity(),
        all.buyAgain(),
        all.conversion(),
        all.searchTerms(),
        all.multiples(),
        PriceLevels.NONE,
        all.blends());
  }

  /** How far from home what is shown is, on average. */
  private double away(Models models) {
    PlantedPages pages = new PlantedPages(shop.catalog(), models, 0);
    double sum = 0;
    int shown = 0;
    for (Map.Entry<Person, Profile> one : shop.people().entrySet()) {
      for (GlobalId subject :
          pages
              .decide(RailSlots.of(Placement.HOME_FOR_YOU), one.getValue(), shop.now(), SHOWN)
              .subjects()) {
        double level = levels.of(new ProductId(subject.local())).orElseThrow();
        sum += Math.abs(level - one.getKey().persona().pricePosition());
        shown++;
      }
    }
    return sum / shown;
  }
}
