package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.BadgeSlot;
import dev.attune.decision.slot.CategoryOrderSlot;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.decision.slot.HomeRails;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.profile.Shopper;
import java.time.Instant;
import java.util.List;

/** All decisions of a home page: hero, 12 categories, offers, 4 rails of 12 and their badges. */
final class HomePage {
  private final Deciding deciding;

  HomePage(CatalogSnapshot catalog, Models models, Instant now) {
    this.deciding = new Deciding(catalog, models, now);
  }

  /** How many products it shows. */
  int decide(Shopper shopper, Merchandise merchandise) {
    DecisionContext page = deciding.page(shopper, merchandise);
    DecisionPipeline pipeline = deciding.pipeline();
    pipeline.decide(HeroSlot.HERO, Ask.of(page, 1));
    pipeline.decide(CategoryOrderSlot.CATEGORY_ORDER, Ask.of(page, 12));
    pipeline.decide(OfferSlot.OFFERS, Ask.of(page, 3));
    List<HomeRails.Rail> rails = HomeRails.decide(pipeline, page, 4, 12);
    List<ProductId> shown =
        rails.stream()
            .flatMap(rail -> rail.decided().subjects().stream())
            .map(subject -> new ProductId(subject.local()))
            .toList();
    pipeline.decide(BadgeSlot.BADGES, Ask.of(page, 3).among(shown));
    return shown.size();
  }
}
